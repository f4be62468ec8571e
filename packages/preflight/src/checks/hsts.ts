import { type Check, judge } from '../check.ts'
import type { Hsts } from '../options.ts'
import { headerOf } from '../probe/answer.ts'
import { collectAnswers } from '../probe/answers.ts'
import { demandHttps } from '../probe/demand-https.ts'
import { loadPages } from '../probe/pages.ts'
import { Skipped } from '../skipped.ts'

const wanted: Record<Exclude<Hsts, 'off'>, RegExp> = {
  full: /^max-age=(\d+); includeSubDomains; preload$/i,
  basic: /^max-age=(\d+)(;|$)/i,
}
const yearSeconds = 31_536_000

export const hsts: Check = {
  id: 'hsts',
  rows: ['S1-75', 'S4-34', 'S1-C13', 'S4-C08'],
  title: 'Browsers are told to use https only, for a year',
  severity: 'high',
  remedy: 'Send Strict-Transport-Security: max-age=31536000; includeSubDomains; preload (HSTS=full).',
  async run(target) {
    const { hsts: mode } = target.options
    demandHttps(target)
    if (mode === 'off') throw new Skipped('HSTS=off was declared with --hsts')
    const answers = (await collectAnswers(target)).map(({ what, reply }) => ({ path: what, reply }))
    const faults = [...answers, ...(await loadPages(target))].flatMap(({ path, reply }) => {
      const value = headerOf(reply, 'strict-transport-security')
      const seconds = Number(wanted[mode].exec(value)?.[1] ?? 0)
      return seconds >= yearSeconds ? [] : [`${path}: ${value || 'missing'}`]
    })
    return judge(faults, `HSTS=${mode} on API and pages`)
  },
}
