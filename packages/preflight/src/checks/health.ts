import { type Check, judge } from '../check.ts'
import { jsonOf } from '../probe/answer.ts'
import { collectAnswers } from '../probe/answers.ts'

export const health: Check = {
  id: 'health',
  rows: ['S2-26', 'S1-80', 'X33'],
  title: 'Health tells its status and nothing else',
  severity: 'medium',
  remedy: 'Answer {"status":"ok"} in public; keep versions, hosts and database words behind HEALTH_SECRET.',
  async run(target) {
    const reply = (await collectAnswers(target)).find(({ status }) => status === 200)?.reply
    if (!reply) return judge(['/health was not asked'], '')
    const { status, ...more } = jsonOf(reply)
    const extra = Object.keys(more)
    return judge(
      [
        reply.status === 200 && status === 'ok' ? undefined : `answered ${reply.status}, status ${status}`,
        extra.length > 0 ? `it also tells ${extra.join(', ')}` : undefined,
      ],
      reply.body,
    )
  },
}
