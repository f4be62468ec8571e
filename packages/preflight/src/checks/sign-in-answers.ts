import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { jsonOf } from '../probe/answer.ts'
import { credentials } from '../probe/sign-in.ts'

export const signInAnswers: Check = {
  id: 'sign-in-answers',
  rows: ['S1-94', 'S4-50'],
  title: 'A wrong password and an unknown account get the same answer',
  severity: 'high',
  remedy: 'Answer CREDENTIALS_INVALID for both, and spend the time of a hash for the unknown one too.',
  async run(target) {
    const { email } = await credentials(target)
    const [known, unknown] = await Promise.all(
      [email, `${randomUUID()}@preflight.invalid`].map(async (address) => {
        const json = { email: address, password: 'Not-the-password-1' }
        const reply = await target.send('/api/auth/login', { method: 'POST', json })
        const { requestId: _, ...rest } = jsonOf(reply)
        return JSON.stringify([reply.status, rest, Object.keys(reply.headers).toSorted()])
      }),
    )
    return judge(
      [known === unknown ? undefined : `${known} is not ${unknown}`],
      'same status, body and headers',
    )
  },
}
