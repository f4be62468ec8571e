import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'
import { hammer } from '../probe/hammer.ts'

const names = [
  'ratelimit',
  'ratelimit-policy',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
]

export const rateLimitHeaders: Check = {
  id: 'rate-limit-headers',
  rows: ['S1-52', 'S4-07', 'S1-C07'],
  title: 'Answers say how much of the limit is left',
  severity: 'low',
  remedy: 'Send RateLimit, RateLimit-Policy and X-RateLimit-Limit, -Remaining, -Reset with every answer.',
  async run(target) {
    const replies = await hammer(target)
    const kinds = [replies.find(({ status }) => status === 200), replies.find(({ status }) => status === 429)]
    const faults = kinds.flatMap((reply) => {
      if (!reply) return []
      const missing = names.filter((name) => headerOf(reply, name) === '')
      return missing.length > 0 ? [`${reply.status} lacks ${missing.join(', ')}`] : []
    })
    const [reply] = replies
    return judge(faults, reply ? `RateLimit: ${headerOf(reply, 'ratelimit')}` : '')
  },
}
