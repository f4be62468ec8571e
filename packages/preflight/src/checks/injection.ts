import { type Check, judge } from '../check.ts'
import { renewGuest } from '../probe/answers.ts'
import { leaksOf } from '../probe/leaks.ts'
import type { Target } from '../target.ts'

const payloads = [
  `' OR '1'='1`,
  `'; SELECT pg_sleep(4)--`,
  `1) UNION SELECT null,version()--`,
  `" OR ""="`,
  '{{7*7}}',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  '\u0000',
  '%',
  '$ne',
  '<script>alert(1)</script>',
  'x'.repeat(2_000),
]
const bodies = [
  '{"attemptId":{"$ne":1}}',
  '{"attemptId":["a"]}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{}}}',
  '[]',
  'null',
  '1e999',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
]
const slowMs = 3_500

export const injection: Check = {
  id: 'injection',
  rows: [
    'S0-16',
    'S1-35',
    'S1-36',
    'S1-37',
    'S4-22',
    'S4-31',
    'S4-54',
    'S1-C05',
    'S1-C06',
    'S4-C04',
    'S4-C07',
  ],
  title: 'Hostile input is refused: no server error, no delay, no detail',
  severity: 'critical',
  remedy: 'Parse path, query and body with strict schemas; give SQL parameters, never text.',
  async run(target) {
    const paths = payloads.flatMap((payload) => {
      const text = encodeURIComponent(payload)
      return [
        `/api/customer/${text}/menu`,
        `/api/customer/preflight/${text}`,
        `/api/customer/preflight/menu?locale=${text}`,
      ]
    })
    const faults = await Promise.all([
      ...paths.map((path) => probe(target, path, {})),
      ...bodies.map((body) => probe(target, renewGuest, { method: 'POST', headers: json, body })),
    ])
    return judge(faults, `${paths.length + bodies.length} requests`)
  },
}

const json = { 'content-type': 'application/json' }

/** What is wrong with the answer, or undefined. A busy server may be slow once; one that sleeps is slow again. */
async function probe(
  target: Target,
  path: string,
  ask: Parameters<Target['send']>[1],
  isSecond = false,
): Promise<string | undefined> {
  const startedAtMs = performance.now()
  const { status, body } = await target.send(path, ask)
  const tookMs = performance.now() - startedAtMs
  const what = `${path.slice(0, 80)} ${ask?.body?.slice(0, 40) ?? ''}`.trim()
  const [leak] = leaksOf(body)
  if (status < 400 || status >= 500) return `${what}: ${status}`
  if (leak) return `${what}: shows ${leak}`
  if (tookMs <= slowMs) return undefined
  return isSecond ? `${what}: took ${Math.round(tookMs)} ms` : probe(target, path, ask, true)
}
