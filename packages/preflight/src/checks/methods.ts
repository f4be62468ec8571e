import { type Check, judge } from '../check.ts'
import { headerOf, unlike } from '../probe/answer.ts'
import type { Target } from '../target.ts'

const wrong = [
  { method: 'DELETE', path: '/api/auth/me', allow: 'GET' },
  { method: 'GET', path: '/api/auth/login', allow: 'POST' },
  { method: 'PUT', path: '/api/auth/refresh', allow: 'POST' },
  { method: 'POST', path: '/api/customer/preflight/menu', allow: 'GET' },
]

export const methods: Check = {
  id: 'methods',
  rows: ['S1-119'],
  title: 'A wrong method is 405 with the allowed ones; TRACE and invented methods are refused',
  severity: 'medium',
  remedy: 'Answer 405 with Allow where a path exists; refuse TRACE at the edge.',
  async run(target) {
    const faults = await Promise.all([
      ...wrong.map((one) => wrongMethod(target, one)),
      ...['TRACE', 'PROPFIND'].map((method) => foreignMethod(target, method, '/api/auth/me')),
      ...['TRACE', 'PROPFIND', 'DELETE'].map((method) => foreignMethod(target, method, '/')),
    ])
    return judge(faults, `${wrong.length} wrong methods; TRACE, PROPFIND on API and pages`)
  },
}

async function wrongMethod(target: Target, { method, path, allow }: (typeof wrong)[number]) {
  const reply = await target.send(path, { method })
  const fault = unlike(`${method} ${path}`, reply, { status: 405, code: 'METHOD_NOT_ALLOWED' })
  const allowed = headerOf(reply, 'allow').split(/,\s*/)
  return fault ?? (allowed.includes(allow) ? undefined : `${method} ${path}: Allow does not name ${allow}`)
}

async function foreignMethod(target: Target, method: string, path: string): Promise<string | undefined> {
  const reply = await target.send(path, { method, headers: { 'x-preflight': 'echo-of-preflight' } })
  if (reply.body.includes('echo-of-preflight')) return `${method} ${path} echoes the request`
  return [400, 404, 405, 501].includes(reply.status) ? undefined : `${method} ${path}: ${reply.status}`
}
