import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { jsonOf } from '../probe/answer.ts'

export const healthSecret: Check = {
  id: 'health-secret',
  rows: ['S2-26', 'S2-32'],
  title: 'Health shows details only to callers who know the secret',
  severity: 'medium',
  remedy: 'Compare X-Health-Secret in constant time; tell a wrong one nothing.',
  async run(target) {
    const ask = (secret: string) => target.send('/health', { headers: { 'x-health-secret': secret } })
    const { healthSecret: secret } = target.options
    const wrong = await ask(randomUUID())
    const right = secret === undefined ? undefined : await ask(secret)
    const told = Object.keys(jsonOf(wrong)).filter((key) => wrong.status === 200 && key !== 'status')
    return judge(
      [
        told.length > 0 ? `a wrong secret is told ${told.join(', ')}` : undefined,
        right && Object.keys(jsonOf(right)).length < 2 ? 'the right secret shows no details' : undefined,
      ],
      right ? 'details with the secret alone' : 'a wrong secret shows nothing; --health-secret was not given',
    )
  },
}
