import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'

export const corsForeign: Check = {
  id: 'cors-foreign',
  rows: ['S0-09', 'S1-54', 'S1-55', 'S1-56', 'S1-57', 'S1-59', 'S1-60', 'S4-10', 'S4-14', 'S1-C08', 'S4-C03'],
  title: 'No other origin may read answers, look-alikes and null included, and there is no wildcard',
  severity: 'critical',
  remedy: 'List exact origins in CORS_ORIGINS; compare whole strings, never reflect, never answer *.',
  async run(target) {
    const origins = foreignOrigins(target.options.site)
    const asks = origins.flatMap((origin) => [
      { origin, path: '/api/auth/me', ask: { headers: { origin } } },
      { origin, path: '/api/auth/login', ask: preflight(origin) },
    ])
    const faults = await Promise.all(
      asks.map(async ({ origin, path, ask }) => {
        const reply = await target.send(path, ask)
        const granted = headerOf(reply, 'access-control-allow-origin')
        if (granted) return `${origin} is granted ${granted}`
        return reply.status >= 500 ? `${origin} is answered ${reply.status}` : undefined
      }),
    )
    return judge(faults, `${origins.length} origins, plain and preflight`)
  },
}

const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: { origin, 'access-control-request-method': 'POST' },
})

function foreignOrigins({ protocol, hostname, host, origin, port }: URL): string[] {
  const otherPort = port === '8081' ? '8082' : '8081'
  const otherScheme = protocol === 'https:' ? 'http:' : 'https:'
  return [
    'null',
    'https://preflight.invalid',
    `${protocol}//${host}.preflight.invalid`,
    `${protocol}//preflight-${host}`,
    `${protocol}//preflight.${host}`,
    `${protocol}//${hostname}:${otherPort}`,
    `${otherScheme}//${host}`,
    `${protocol}//${hostname}.${port && `:${port}`}`,
    `${protocol}//${host.toUpperCase()}`,
    `${protocol}//user@${host}`,
    `${origin}/`,
    ...['http://localhost:3000', 'http://localhost:5173'].filter((local) => local !== origin),
  ]
}
