import { randomUUID } from 'node:crypto'
import { type Check, judge } from '../check.ts'
import { headerOf, unlike } from '../probe/answer.ts'

export const tokenMissing: Check = {
  id: 'token-missing',
  rows: ['S1-67', 'S1-104', 'S2-16', 'S1-C04', 'S1-C19'],
  title: 'Protected routes answer 401 to requests without a token, whatever Origin they claim',
  severity: 'critical',
  remedy: 'Authenticate before anything else; answer 401 TOKEN_MISSING with WWW-Authenticate: Bearer.',
  async run(target) {
    const id = randomUUID()
    const { origin } = target.options.site
    const paths = [
      '/api/auth/me',
      '/api/customer/session',
      `/api/customer/orders/${id}`,
      ...['', '/tables', '/orders', '/menu', '/staff', '/kitchen', '/events'].map(
        (part) => `/api/branches/${id}${part}`,
      ),
    ]
    const faults = await Promise.all(
      paths.map(async (path) => {
        const reply = await target.send(path, { headers: { origin } })
        const scheme = headerOf(reply, 'www-authenticate')
        const fault = unlike(path, reply, { status: 401, code: 'TOKEN_MISSING' })
        return (
          fault ?? (scheme === 'Bearer' ? undefined : `${path}: WWW-Authenticate is ${scheme || 'missing'}`)
        )
      }),
    )
    return judge(faults, `${paths.length} routes`)
  },
}
