import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { renewGuest } from '../probe/answers.ts'

export const unknownField: Check = {
  id: 'unknown-field',
  rows: ['S1-31', 'S1-97', 'S3-17', 'S3-18', 'S4-19', 'S1-C20', 'X08', 'X11'],
  title: 'Unknown fields are refused, above all a role at sign-up',
  severity: 'high',
  remedy: 'Parse every body with a strict object; answer 400 UNKNOWN_FIELD.',
  async run(target) {
    const asks = [
      { path: renewGuest, json: { attemptId: randomUUID(), preflight: true } },
      { path: '/api/auth/register', json: { name: 'Preflight', role: 'owner', isSuperUser: true } },
    ]
    const faults = await Promise.all(
      asks.map(async ({ path, json }) => {
        const reply = await target.send(path, { method: 'POST', json })
        return unlike(path, reply, { status: 400, code: 'UNKNOWN_FIELD' })
      }),
    )
    return judge(faults, asks.map(({ path }) => path).join(', '))
  },
}
