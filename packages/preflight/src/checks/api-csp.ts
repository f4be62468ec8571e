import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'
import { collectAnswers } from '../probe/answers.ts'
import { parseCsp } from '../probe/csp.ts'

export const apiCsp: Check = {
  id: 'api-csp',
  rows: ['S1-68', 'S1-76', 'S1-80'],
  title: "The API's Content-Security-Policy lets nothing load and no page frame it",
  severity: 'medium',
  remedy: "Send default-src 'none'; frame-ancestors 'none' with every response of the API.",
  async run(target) {
    const answers = await collectAnswers(target)
    const faults = answers.flatMap(({ what, reply }) => {
      const policy = parseCsp(headerOf(reply, 'content-security-policy'))
      return ['default-src', 'frame-ancestors']
        .filter((name) => policy.get(name)?.join(' ') !== "'none'")
        .map((name) => `${what}: ${name} is ${policy.get(name)?.join(' ') ?? 'missing'}`)
    })
    return judge(faults, `on ${answers.length} answers`)
  },
}
