import { type Check, judge } from '../check.ts'
import { unlike } from '../probe/answer.ts'
import { renewGuest } from '../probe/answers.ts'

const maxBytes = 1_048_576
const headers = { 'content-type': 'application/json' }

export const bodySize: Check = {
  id: 'body-size',
  rows: ['S1-98', 'S1-34', 'S1-C15'],
  title: 'A body over 1 MB is refused, its length declared or not, without harm to other requests',
  severity: 'medium',
  remedy: 'Cap bodies while they are read, take in the rest up to a bound, and answer 413 BODY_TOO_LARGE.',
  async run(target) {
    const body = JSON.stringify({ attemptId: 'x'.repeat(maxBytes) })
    const tooLarge = { status: 413 }
    const declared = await target.send(renewGuest, { method: 'POST', headers, body })
    const chunked = await target.send(renewGuest, { method: 'POST', headers, body, chunked: true })
    const next = await Promise.all(Array.from({ length: 4 }, () => target.send('/api/auth/me')))
    return judge(
      [
        unlike('with its length', declared, tooLarge),
        unlike('in chunks', chunked, tooLarge),
        ...next.map((reply) => unlike('a request after it', reply, { status: 401 })),
      ],
      `${body.length} bytes, declared and in chunks`,
    )
  },
}
