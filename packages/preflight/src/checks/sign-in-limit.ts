import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { headerOf, unlike } from '../probe/answer.ts'
import { Skipped } from '../skipped.ts'

const allowed = 5

export const signInLimit: Check = {
  id: 'sign-in-limit',
  rows: ['S1-43', 'S1-51', 'S1-91', 'S1-93', 'S3-11', 'S4-06', 'S1-C07', 'S1-C17', 'S4-C02'],
  title: 'The sixth guess at one password is refused, even from an invented address',
  severity: 'critical',
  remedy:
    'Count tries per account and network before the password is checked; overwrite X-Forwarded-For at the edge.',
  async run(target) {
    const json = { email: `${randomUUID()}@preflight.invalid`, password: 'Not-the-password-1' }
    const guess = (headers: Record<string, string> = {}) =>
      target.send('/api/auth/login', { method: 'POST', json, headers, mayBeLimited: true })
    const replies = []
    for (let tries = 0; tries <= allowed; tries++) replies.push(await guess())
    if (replies[0]?.status === 429)
      throw new Skipped('this address has used up its sign-ins: wait 15 minutes')
    const [sixth] = replies.splice(-1)
    const limited = { status: 429, code: 'RATE_LIMITED' }
    const invented = ['x-forwarded-for', 'x-real-ip', 'forwarded']
    const spoofed = await Promise.all(
      invented.map(async (name) => {
        const reply = await guess({ [name]: name === 'forwarded' ? 'for=203.0.113.77' : '203.0.113.77' })
        return unlike(`a try with an invented ${name}`, reply, limited)
      }),
    )
    return judge(
      [
        ...replies.map((reply) =>
          unlike('a wrong guess', reply, { status: 401, code: 'CREDENTIALS_INVALID' }),
        ),
        sixth && unlike('the sixth', sixth, limited),
        ...spoofed,
      ],
      `429 with Retry-After ${sixth && headerOf(sixth, 'retry-after')}`,
    )
  },
}
