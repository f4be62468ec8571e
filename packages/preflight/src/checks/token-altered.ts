import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { refusalFault } from '../probe/refused-token.ts'
import { sharedSignIn } from '../probe/sign-in.ts'
import { decodeToken, flipBit, forgeToken } from '../probe/tokens.ts'

export const tokenAltered: Check = {
  id: 'token-altered',
  rows: ['S2-12', 'S2-T04', 'S4-37', 'S1-C01'],
  title: 'A real token is accepted, and refused once a single bit of it is changed',
  severity: 'critical',
  remedy: 'Verify the signature of every token on every protected route.',
  async run(target) {
    const { accessToken } = await sharedSignIn(target)
    const { header, payload } = decodeToken(accessToken)
    const [, , signature = ''] = accessToken.split('.')
    const later = { ...payload, exp: Number(payload.exp) + 3_600 }
    const changed = `${forgeToken({ header, payload: later })}${signature}`
    const whole = await target.send('/api/auth/me', { token: accessToken })
    return judge(
      [
        unlike('the token itself', whole, { status: 200 }),
        await refusalFault(target, 'a flipped bit', flipBit(accessToken)),
        await refusalFault(target, 'a later exp', changed),
      ],
      'a flipped bit and a later exp',
    )
  },
}
