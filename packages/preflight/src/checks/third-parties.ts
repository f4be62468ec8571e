import { type Check, judge } from '../check.ts'
import { loadedFrom, loadPages } from '../probe/pages.ts'

export const thirdParties: Check = {
  id: 'third-parties',
  rows: ['S4-04', 'S1-69'],
  title: 'Pages load nothing from other hosts',
  severity: 'medium',
  remedy: 'Serve fonts, scripts and pictures from your own origin.',
  async run(target) {
    const { site } = target.options
    const pages = await loadPages(target)
    const loaded = pages.flatMap(({ path, reply }) => loadedFrom(reply, site).map((url) => ({ path, url })))
    const foreign = loaded.filter(({ url }) => url.origin !== site.origin)
    return judge(
      foreign.map(({ path, url }) => `${path} loads from ${url.host}`),
      `${loaded.length} addresses in ${pages.length} pages`,
    )
  },
}
