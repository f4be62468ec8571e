import { type Check, judge } from '../check.ts'
import { loadScripts } from '../probe/pages.ts'
import { Skipped } from '../skipped.ts'

const maxMaps = 12

export const sourceMaps: Check = {
  id: 'source-maps',
  rows: ['S1-115', 'S1-C11'],
  title: 'The source of the pages is not published with them',
  severity: 'low',
  remedy: 'Build without browser source maps, or keep them off the server.',
  async run(target) {
    const scripts = await loadScripts(target)
    if (scripts.length === 0) throw new Skipped('the pages load no script of their own')
    const some = scripts.slice(0, maxMaps)
    const faults = await Promise.all(
      some.map(async ({ path }) => {
        const map = path.replace(/\.js(\?|$)/, '.js.map$1')
        const { status } = await target.send(map)
        return status === 200 ? `${map} is there` : undefined
      }),
    )
    const inline = scripts.filter(({ text }) => text.includes('sourceMappingURL=data:'))
    return judge(
      [...faults, ...inline.map(({ path }) => `${path} carries its map`)],
      `${some.length} scripts`,
    )
  },
}
