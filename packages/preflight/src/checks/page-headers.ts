import { type Check, judge } from '../check.ts'
import { headerFaults } from '../probe/header-faults.ts'
import { loadPages, publicPages } from '../probe/pages.ts'

export const pageHeaders: Check = {
  id: 'page-headers',
  rows: ['S1-76', 'S1-77', 'S1-78', 'S1-79', 'S1-C09', 'S4-C01'],
  title: 'Pages carry the security headers, missing pages too',
  severity: 'high',
  remedy: 'Set the headers for every path in the web server, not for each page.',
  async run(target) {
    const missing = '/preflight-looks-for/nothing/here'
    const pages = [...(await loadPages(target)), { path: missing, reply: await target.send(missing) }]
    const faults = pages.flatMap(({ path, reply }) => {
      const status = path === missing ? 404 : 200
      return [
        ...(reply.status === status ? [] : [`${path}: answered ${reply.status} instead of ${status}`]),
        ...headerFaults(path, reply),
      ]
    })
    return judge(faults, `on ${publicPages.join(', ')} and a missing page`)
  },
}
