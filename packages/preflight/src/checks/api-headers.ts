import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'
import { collectAnswers } from '../probe/answers.ts'
import { headerFaults } from '../probe/header-faults.ts'

export const apiHeaders: Check = {
  id: 'api-headers',
  rows: ['S1-76', 'S1-77', 'S1-78', 'S1-80', 'S4-01', 'S4-02', 'S1-C09', 'S4-C01'],
  title: 'Every status of the API carries the security headers and is not cached',
  severity: 'high',
  remedy: 'Set the headers where every response is made, before any other middleware.',
  async run(target) {
    const answers = await collectAnswers(target)
    const faults = answers.flatMap(({ what, status, reply }) => [
      ...(reply.status === status ? [] : [`${what}: answered ${reply.status}`]),
      ...headerFaults(what, reply),
      ...(headerOf(reply, 'cache-control').includes('no-store') ? [] : [`${what}: may be cached`]),
    ])
    return judge(faults, `on ${[...new Set(answers.map(({ reply }) => reply.status))].join(', ')}`)
  },
}
