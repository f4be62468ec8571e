import { type Check, judge } from '../check.ts'
import { exchange, type Reply } from '../exchange.ts'
import { headerOf } from '../probe/answer.ts'
import { demandHttps } from '../probe/demand-https.ts'
import { Skipped } from '../skipped.ts'
import type { Target } from '../target.ts'

const foreignHost = 'preflight.invalid'

export const httpRedirect: Check = {
  id: 'http-redirect',
  rows: ['S4-32', 'S2-09', 'S2-25', 'S1-C13', 'S4-C08'],
  title: 'Plain http leads pages to https and answers nothing else',
  severity: 'critical',
  remedy:
    'Redirect pages with 308 to the configured host; refuse the API over plain http: a redirect hides the leak.',
  async run(target) {
    demandHttps(target)
    const { site } = target.options
    const host = `http://${site.host}`
    const [page, api, foreign] = await Promise.all([
      plain(target, '/', {}),
      plain(target, '/api/auth/me', {}),
      plain(target, '/', { host: foreignHost }),
    ])
    const faults = [
      ...(page ? pageFaults(`${host}/`, page, site) : []),
      ...(api ? apiFaults(`${host}/api/auth/me`, api) : []),
      ...(foreign && headerOf(foreign, 'location').includes(foreignHost)
        ? ['a forged Host header chooses where the redirect goes']
        : []),
    ]
    return judge(faults, page ? `${page.status} to ${headerOf(page, 'location')}` : 'plain http is closed')
  },
}

/** The reply over plain http; undefined when the port is closed. */
async function plain(
  { options, signal }: Target,
  path: string,
  headers: Record<string, string>,
): Promise<Reply | undefined> {
  const { site } = options
  const port = options.httpPort ?? (site.protocol === 'https:' && site.port === '' ? 80 : undefined)
  if (port === undefined) throw new Skipped('pass --http-port: https is not on 443, so where is plain http?')
  const limited = AbortSignal.any([signal, AbortSignal.timeout(5_000)])
  const at = { protocol: 'http:', hostname: site.hostname, port: String(port) }
  return exchange(at, path, { headers }, { signal: limited }).catch(() => undefined)
}

function pageFaults(what: string, reply: Reply, site: URL): (string | undefined)[] {
  const location = URL.parse(headerOf(reply, 'location'))
  const goesHome = location?.protocol === 'https:' && location.hostname === site.hostname
  const isPermanent = reply.status === 308 || reply.status === 301
  return [
    isPermanent && goesHome ? undefined : `${what}: ${reply.status} to ${location?.href ?? 'nowhere'}`,
    reply.headers['set-cookie'] ? `${what}: sets a cookie` : undefined,
  ]
}

const apiFaults = (what: string, reply: Reply): (string | undefined)[] => [
  reply.status >= 400 && reply.status < 500 ? undefined : `${what}: the API answers ${reply.status}`,
  reply.headers['set-cookie'] ? `${what}: sets a cookie` : undefined,
]
