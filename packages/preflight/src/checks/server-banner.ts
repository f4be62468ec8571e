import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'
import { collectAnswers } from '../probe/answers.ts'
import { loadPages } from '../probe/pages.ts'

export const serverBanner: Check = {
  id: 'server-banner',
  rows: ['S1-81'],
  title: 'No header tells which software or version answers',
  severity: 'low',
  remedy: 'Remove X-Powered-By and the version in Server, in the proxy and in both servers.',
  async run(target) {
    const answers = (await collectAnswers(target)).map(({ what, reply }) => ({ path: what, reply }))
    const faults = [...answers, ...(await loadPages(target))].flatMap(({ path, reply }) => {
      const poweredBy = headerOf(reply, 'x-powered-by')
      const server = headerOf(reply, 'server')
      return [
        ...(poweredBy ? [`${path}: X-Powered-By: ${poweredBy}`] : []),
        ...(/\d/.test(server) ? [`${path}: Server: ${server}`] : []),
      ]
    })
    return judge(faults, 'no X-Powered-By, no version in Server')
  },
}
