import { decodeToken, forgeToken } from '../probe/tokens.ts'
import type { Weakness } from './edge.ts'
import type { EdgeReply } from './edge-messages.ts'
import {
  answer,
  bearer,
  change,
  cookie,
  grant,
  isApi,
  isPage,
  on,
  page,
  policyWith,
  problem,
  rewrite,
  script,
  setHeader,
  status,
  withBody,
} from './spoil.ts'

/** For each check, the deployments that it must fail on, by their weakness. */
export const weaknesses: Record<string, Record<string, () => Weakness>> = {
  'api-headers': {
    'no nosniff on 405': () => setHeader('x-content-type-options', undefined, status(405)),
    'framing allowed': () => setHeader('x-frame-options', 'ALLOWALL', (_, q) => isApi(q)),
    'cached errors': () => setHeader('cache-control', 'public, max-age=60', status(404)),
  },
  'api-csp': {
    'no policy on 401': () => setHeader('content-security-policy', undefined, status(401)),
    'a lenient one': () => setHeader('content-security-policy', "default-src 'self'", (_, q) => isApi(q)),
  },
  'page-headers': {
    'missing pages without': () =>
      setHeader('x-frame-options', undefined, (r) => isPage(r) && r.status === 404),
    'leaking referrer': () => setHeader('referrer-policy', 'unsafe-url', isPage),
  },
  'page-csp': {
    'one nonce for all': () =>
      change(({ headers, body }) => {
        const fixed = (text: string) =>
          text.replace(/nonce(=")?(-)?[0-9a-f-]{36}/g, `nonce$1$2${'a'.repeat(36)}`)
        const policy = String(headers['content-security-policy'] ?? '')
        return { headers: { ...headers, 'content-security-policy': fixed(policy) }, body: fixed(body) }
      }),
    'inline scripts allowed': () => policyWith("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
    'pictures from anywhere': () => policyWith("img-src 'self'", "img-src 'self' https:"),
    'plain addresses left alone': () => policyWith('; upgrade-insecure-requests', ''),
    'a script without nonce': () => page('<script>alert(1)</script>'),
    'no policy': () => setHeader('content-security-policy', undefined, isPage),
  },
  hsts: {
    'five minutes': () =>
      setHeader('strict-transport-security', 'max-age=300; includeSubDomains; preload', () => true),
    'not on pages': () => setHeader('strict-transport-security', undefined, isPage),
  },
  'server-banner': {
    'version in Server': () => setHeader('server', 'nginx/1.25.1', () => true),
    'X-Powered-By': () => setHeader('x-powered-by', 'Next.js', isPage),
  },
  'tls-version': { 'TLS 1.0': () => ({ tls: { minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } }) },
  certificate: { 'ends in three days': () => ({ certificateDays: 3 }) },
  'http-redirect': {
    'pages over http': () => ({ plain: () => ({ status: 200, headers: {}, body: 'hello' }) }),
    'Host decides': () => ({
      plain: ({ host, path }) => ({ status: 308, headers: { location: `https://${host}${path}` }, body: '' }),
    }),
    'API redirected': () => ({
      plain: ({ path }) => ({ status: 308, headers: { location: `https://localhost${path}` }, body: '' }),
    }),
    'cookies over http': () => ({
      plain: ({ path }) => ({
        status: 308,
        headers: { location: `https://localhost${path}`, 'set-cookie': 'a=b' },
        body: '',
      }),
    }),
  },
  'open-ports': { 'the API': () => ({ opensApiPort: true }) },
  'cors-foreign': {
    reflected: () => grant((origin) => origin || undefined),
    wildcard: () => grant(() => '*'),
    'null allowed': () => grant((origin) => (origin === 'null' ? 'null' : undefined)),
    'compared by suffix': () => grant((origin) => (/localhost:\d+$/.test(origin) ? origin : undefined)),
  },
  'cors-listed': {
    'all headers': () =>
      setHeader('access-control-allow-headers', '*', (_, { method }) => method === 'OPTIONS'),
    'no Vary': () => setHeader('vary', undefined, () => true),
    'not listed': () => setHeader('access-control-allow-origin', undefined, () => true),
  },
  csrf: {
    'Origin unchecked': () => rewrite(({ origin: _, ...rest }) => rest),
    'Sec-Fetch-Site unchecked': () => rewrite(({ 'sec-fetch-site': _, ...rest }) => rest),
  },
  'cookie-flags': {
    'not HttpOnly': () => cookie('; HttpOnly', ''),
    'not Secure': () => cookie('; Secure', ''),
    'SameSite=None': () => cookie('SameSite=Strict', 'SameSite=None'),
    'every path': () => cookie('Path=/api/auth', 'Path=/'),
    'a Domain': () => cookie('; HttpOnly', '; Domain=example.com; HttpOnly'),
    'a year': () => cookie(/Max-Age=\d+/, 'Max-Age=31536000'),
    'plain name': () => cookie('__Secure-', ''),
  },
  'sign-in-body': {
    'refresh token in the body': () =>
      change(({ headers, body }) => {
        const value = /=([^;]+)/.exec(String(headers['set-cookie']))?.[1]
        return body.includes('accessToken')
          ? { body: JSON.stringify({ ...JSON.parse(body), again: value }) }
          : undefined
      }),
    'a hash': () => withBody({ passwordHash: '$argon2id$v=19$' }, on('/api/auth/login')),
  },
  'token-missing': {
    'an open route': () => answer(200, {}, on(/\/staff$/)),
    'no challenge': () => setHeader('www-authenticate', undefined, status(401)),
    'Origin opens': () =>
      answer(200, {}, (r, { headers }) => r.status === 401 && headers.origin !== undefined),
  },
  'token-forged': {
    'alg none': () => answer(200, {}, (_, request) => /^eyJhbGciOiJub25lI/.test(bearer(request))),
    'believed, owner unknown': () =>
      answer(401, { code: 'TOKEN_REVOKED' }, (_, request) => bearer(request).endsWith('.')),
    'no challenge': () => setHeader('www-authenticate', undefined, status(401)),
  },
  'token-altered': {
    'unverified signature': () => answer(200, {}, on('/api/auth/me')),
    'nothing accepted': () => answer(401, { code: 'TOKEN_INVALID' }, on('/api/auth/me')),
  },
  'token-audience': { 'one for all': () => answer(200, {}, on('/api/customer/session')) },
  'token-lifetime': {
    'eight hours': () =>
      change(({ body }, { path }) => {
        if (path !== '/api/auth/login') return undefined
        const reply = JSON.parse(body)
        const { header, payload } = decodeToken(reply.accessToken)
        const later = { ...payload, exp: Number(payload.exp) + 28_800 }
        return {
          body: JSON.stringify({ ...reply, accessToken: forgeToken({ header, payload: later }, 'x') }),
        }
      }),
  },
  'refresh-rotation': {
    'used twice': () => {
      const first = new Map<string, EdgeReply>()
      return {
        async reply(request, forward) {
          const key = `${request.path} ${request.headers.cookie}`
          const reply = first.get(key) ?? (await forward())
          if (request.path === '/api/auth/refresh') first.set(key, reply)
          return reply
        },
      }
    },
  },
  logout: {
    'in the browser alone': () => ({
      reply: (request, forward) =>
        request.path === '/api/auth/logout' ? { status: 200, headers: {}, body: '{}' } : forward(),
    }),
  },
  'check-session': { 'a token': () => withBody({ customerToken: 'abc' }, on(/check-session$/)) },
  'bola-read': { 'foreign rows': () => answer(200, {}, (r, q) => r.status === 404 && q.method === 'GET') },
  'bola-write': {
    'writes are accepted': () => answer(200, {}, (r, q) => r.status === 404 && q.method === 'PATCH'),
    'accepted and denied': () => {
      const owners = new Map<string, string>()
      return {
        async reply(request, forward) {
          const [, branchId = ''] = /^\/api\/branches\/([0-9a-f-]+)$/.exec(request.path) ?? []
          const owner = owners.get(branchId)
          if (request.method === 'PATCH' && owner !== undefined)
            await forward({ headers: { ...request.headers, authorization: `Bearer ${owner}` } })
          const reply = await forward()
          if (request.path === '/api/auth/register' && reply.status === 201) {
            const { accessToken, account } = JSON.parse(reply.body)
            owners.set(account.branches[0].id, accessToken)
          }
          return reply
        },
      }
    },
  },
  'bola-guest': {
    'orders by id': () => answer(200, {}, (r, q) => r.status === 404 && q.path.includes('/orders/')),
  },
  roles: { 'everyone may': () => answer(200, {}, (r, q) => r.status === 403 && q.method === 'GET') },
  'sign-up-input': {
    'weak passwords are accepted': () => answer(201, {}, (_, { body }) => body.includes('Password12345')),
  },
  'unknown-field': {
    'a role at sign-up': () => answer(201, {}, on('/api/auth/register')),
    stripped: () => answer(401, problem, ({ body }) => body.includes('UNKNOWN_FIELD')),
  },
  'content-type': {
    'any type': () => rewrite((headers) => ({ ...headers, 'content-type': 'application/json' })),
  },
  'body-size': {
    'no cap': () => answer(400, { code: 'VALIDATION_FAILED' }, status(413)),
    'the next request is lost': () => {
      let isBroken = false
      return change(({ status }) => {
        if (isBroken && status === 401) return { status: 502, body: '' }
        isBroken ||= status === 413
        return undefined
      })
    },
    'no cap in chunks': () =>
      answer(401, problem, (r, { headers }) => r.status === 413 && !('content-length' in headers)),
  },
  methods: {
    'nothing there': () => answer(404, { code: 'NOT_FOUND' }, status(405)),
    'pages answer any method': () => answer(200, '<html>', (_, q) => q.path === '/' && q.method === 'DELETE'),
    'no Allow': () => setHeader('allow', undefined, status(405)),
    'TRACE answers': () => ({
      reply: (request, forward) =>
        request.method === 'TRACE'
          ? { status: 200, headers: {}, body: JSON.stringify(request.headers) }
          : forward(),
    }),
  },
  injection: {
    'a server error': () => answer(500, { code: 'INTERNAL' }, (_, { path }) => path.includes("'")),
    'SQL in the answer': () =>
      answer(400, 'syntax error at or near "OR"', (_, { path }) => path.includes('OR')),
    'objects are accepted': () => answer(200, {}, (_, { body }) => body.includes('$ne')),
  },
  'error-bodies': {
    'a stack': () => withBody({ stack: 'Error\n at x' }, (r) => r.status === 404),
    'a path': () => withBody({ detail: 'in /app/apps/api/src/main.ts:12' }, (r) => r.status === 400),
    'an echo': () =>
      change((reply, { path }) =>
        reply.status === 404 ? { body: JSON.stringify({ ...JSON.parse(reply.body), path }) } : undefined,
      ),
    'plain JSON': () => setHeader('content-type', 'application/json', status(405)),
    'another request id': () => setHeader('x-request-id', 'other', status(401)),
  },
  'hidden-paths': {
    settings: () => answer(200, 'JWT_SECRET=…', on('/.env')),
    'a repository': () => answer(200, 'ref: refs/heads/main', on('/.git/HEAD')),
    documentation: () => answer(200, '<html>', on('/api/docs')),
    traversal: () => answer(200, '{}', on(/\.\.%2f/)),
  },
  'source-maps': { maps: () => answer(200, '{"version":3}', on(/\.js\.map$/)) },
  'client-bundle': {
    'the name of a secret': () => script('const s = env.JWT_REFRESH_SECRET'),
    'a database URL': () => script('"postgres://app:pw@db/restai"'),
    'an internal address': () => script('fetch("http://localhost:3001/api")'),
  },
  'third-parties': {
    'fonts from elsewhere': () => page('<link rel="stylesheet" href="https://fonts.googleapis.com/css2">'),
  },
  health: { 'a version': () => withBody({ version: '1.2.3' }, on('/health')) },
  'health-secret': {
    'any secret': () =>
      answer(200, { status: 'ok', database: 'ok' }, (_, { headers }) => 'x-health-secret' in headers),
    'no details': () => answer(200, { status: 'ok' }, (_, { headers }) => 'x-health-secret' in headers),
  },
  'sign-in-answers': {
    'unknown accounts differ': () =>
      withBody({ title: 'No such account' }, (r, { body }) => r.status === 401 && body.includes('.invalid')),
  },
  'sign-in-limit': {
    'no limit': () => answer(401, problem, status(429)),
    'invented addresses count': () => ({ clientAddress: (headers) => headers['x-forwarded-for'] }),
  },
  'rate-limit': {
    'no limit': () => answer(200, { status: 'ok' }, status(429)),
    'Retry-After: 0': () => setHeader('retry-after', '0', status(429)),
  },
  'rate-limit-headers': { 'none of them': () => setHeader('ratelimit', undefined, () => true) },
}
