import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { jsonOf, unlike } from '../probe/answer.ts'
import { cookiesOf } from '../probe/cookies.ts'
import { signIn } from '../probe/sign-in.ts'
import type { Target } from '../target.ts'

export const refreshRotation: Check = {
  id: 'refresh-rotation',
  rows: ['S1-12', 'S1-13', 'S1-16', 'S2-T06', 'S2-T07', 'S1-C02'],
  title: 'A refresh token works once; used again it ends the whole sign-in',
  severity: 'critical',
  remedy: 'Rotate in one transaction, keep rotated rows, and revoke the family when one comes back.',
  async run(target) {
    const first = await signIn(target)
    const renewed = await renew(target, first.cookie)
    const [next] = cookiesOf(renewed)
    const nextCookie = `${next?.name}=${next?.value}`
    const replayed = await renew(target, first.cookie)
    const after = await renew(target, nextCookie)
    return judge(
      [
        unlike('a renewal', renewed, { status: 200 }),
        nextCookie === first.cookie ? 'the token is not rotated' : undefined,
        (next?.value.length ?? 0) >= 43 && !next?.value.includes('.')
          ? undefined
          : 'the token is not long and opaque',
        typeof jsonOf(renewed).accessToken === 'string' ? undefined : 'a renewal answers no access token',
        unlike('the rotated token again', replayed, { status: 401, code: 'TOKEN_REUSE' }),
        unlike('the newest token after that', after, { status: 401, code: ['TOKEN_REVOKED', 'TOKEN_REUSE'] }),
      ],
      'replay is TOKEN_REUSE and ends the family',
    )
  },
}

const renew = (target: Target, cookie: string) =>
  target.send('/api/auth/refresh', { method: 'POST', json: { attemptId: randomUUID() }, headers: { cookie } })
