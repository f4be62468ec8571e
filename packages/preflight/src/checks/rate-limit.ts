import { type Check, judge } from '../check.ts'
import { headerOf, jsonOf, unlike } from '../probe/answer.ts'
import { hammer, hammered } from '../probe/hammer.ts'

export const rateLimit: Check = {
  id: 'rate-limit',
  rows: ['S1-40', 'S1-50', 'S1-53', 'S3-10', 'S4-08', 'S1-C07', 'S4-C02'],
  title: 'Clients that ask too often are told to wait, and for how long',
  severity: 'high',
  remedy:
    'Limit every route; answer 429 RATE_LIMITED with an integer Retry-After and the seconds in the body.',
  async run(target) {
    const replies = await hammer(target)
    const refused = replies.find(({ status }) => status === 429)
    if (!refused) return judge([`${replies.length} requests to ${hammered} and no 429`], '')
    const early = replies.find(({ status, headers }) => status === 200 && 'retry-after' in headers)
    const wait = headerOf(refused, 'retry-after')
    return judge(
      [
        unlike(hammered, refused, { status: 429, code: 'RATE_LIMITED' }),
        /^[1-9]\d*$/.test(wait) ? undefined : `Retry-After is ${wait || 'missing'}`,
        String(jsonOf(refused).retryAfterSeconds) === wait
          ? undefined
          : 'the body does not say the same seconds',
        early ? 'Retry-After comes with success too' : undefined,
      ],
      `429 after ${replies.indexOf(refused)} requests, Retry-After ${wait}`,
    )
  },
}
