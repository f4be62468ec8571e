import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { signIn } from '../probe/sign-in.ts'

export const logout: Check = {
  id: 'logout',
  rows: ['S0-07', 'S2-19', 'S2-T08'],
  title: 'Signing out ends the access token and the refresh token at once',
  severity: 'high',
  remedy: 'Revoke the family on the server, and check it with every request.',
  async run(target) {
    const { accessToken, cookie } = await signIn(target)
    const headers = { cookie }
    const left = await target.send('/api/auth/logout', { method: 'POST', headers })
    const access = await target.send('/api/auth/me', { token: accessToken })
    const refresh = await target.send('/api/auth/refresh', {
      method: 'POST',
      json: { attemptId: randomUUID() },
      headers,
    })
    const revoked = { status: 401, code: 'TOKEN_REVOKED' }
    return judge(
      [
        unlike('signing out', left, { status: [200, 204] }),
        unlike('the access token afterwards', access, revoked),
        unlike('the refresh token afterwards', refresh, revoked),
      ],
      'both answer TOKEN_REVOKED',
    )
  },
}
