import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'

const methods = 'DELETE, GET, PATCH, POST, PUT'

export const corsListed: Check = {
  id: 'cors-listed',
  rows: ['S0-08', 'S1-61', 'S1-62', 'S1-63', 'S1-65', 'S1-66', 'S4-12', 'S4-13', 'S1-C08'],
  title: "The site's own origin is granted exactly what it needs",
  severity: 'medium',
  remedy:
    'Put the origin of the site into CORS_ORIGINS; answer preflights with lists, and with Vary: Origin.',
  async run(target) {
    const { origin } = target.options.site
    const asked = 'authorization, content-type, x-preflight'
    const plain = await target.send('/api/auth/me', { headers: { origin } })
    const preflight = await target.send('/api/auth/login', {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': asked,
      },
    })
    const granted = headerOf(preflight, 'access-control-allow-methods').toUpperCase()
    const headers = headerOf(preflight, 'access-control-allow-headers').toLowerCase()
    const faults = [plain, preflight].flatMap((reply) => [
      is('access-control-allow-origin', headerOf(reply, 'access-control-allow-origin'), origin),
      is('access-control-allow-credentials', headerOf(reply, 'access-control-allow-credentials'), 'true'),
      /\borigin\b/i.test(headerOf(reply, 'vary')) ? undefined : 'Vary does not name Origin',
    ])
    return judge(
      [
        ...faults,
        is('status of a preflight', String(preflight.status), '204'),
        is('access-control-max-age', headerOf(preflight, 'access-control-max-age'), '86400'),
        is('access-control-allow-methods', granted.split(/,\s*/).toSorted().join(', '), methods),
        headers.includes('content-type') ? undefined : 'content-type is not granted',
        /\*|x-preflight/.test(headers) ? `headers are granted without a list: ${headers}` : undefined,
      ],
      `${origin}, with credentials`,
    )
  },
}

const is = (name: string, found: string, wanted: string): string | undefined =>
  found === wanted ? undefined : `${name} is ${found || 'missing'} instead of ${wanted}`
