import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto'
import { can } from '@repo/auth/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { type DeclaredRoute, declaredRoutes } from '../testing/declared-routes.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { withoutLimits } from '../testing/without-limits.ts'

type Claims = Record<string, unknown>
type Good = { token: string; header: Claims; claims: Claims; cookie: string }
type Variant = [name: string, headers: (good: Good) => Record<string, string>, code?: string | undefined]

let t: TestApp
let tenant: Tenant
let staff: Good
let guest: Good
beforeAll(async () => {
  t = await createTestApp()
  withoutLimits(t)
  tenant = await t.createTenant()
  staff = take((await t.signInAs(tenant, 'owner')).token, '')
  const { reply, token } = await t.joinTable(tenant)
  guest = take(token, /=([^;]+)/.exec(reply.headers.get('set-cookie') ?? '')?.[1] ?? '')
})
afterAll(() => t.close())

const decode = (part = ''): Claims => JSON.parse(Buffer.from(part, 'base64url').toString())
const encode = (part: Claims) => Buffer.from(JSON.stringify(part)).toString('base64url')
const take = (token: string, cookie: string): Good => {
  const [header, claims] = token.split('.')
  return { token, cookie, header: decode(header), claims: decode(claims) }
}

/** Signs like the API, except for what is given; `undefined` leaves a part out. */
function forge(
  { header, claims }: Good,
  changed: Claims,
  changedHeader: Claims = {},
  key = t.env.JWT_SECRET,
) {
  const text = `${encode({ ...header, ...changedHeader })}.${encode({ ...claims, ...changed })}`
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`
}
const bearer = (token: string) => ({ authorization: `Bearer ${token}` })
const claim = (name: string, change: (good: Good) => Claims, code?: string): Variant => [
  name,
  (good) => bearer(forge(good, change(good))),
  code,
]
const head = (name: string, header: Claims): Variant => [name, (good) => bearer(forge(good, {}, header))]
const seconds = () => Math.floor(Date.now() / 1_000)
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 })

const variants: Variant[] = [
  ...['none', 'None', 'NONE', 'nOnE'].map((alg): Variant => {
    const unsigned = ({ header, claims }: Good) => `${encode({ ...header, alg })}.${encode(claims)}.`
    return [`alg ${alg}, unsigned`, (good) => bearer(unsigned(good))]
  }),
  head('alg HS512', { alg: 'HS512' }),
  [
    'HS256 with a public key as its secret',
    (good) => bearer(forge(good, {}, {}, publicKey.export({ type: 'spki', format: 'pem' }).toString())),
  ],
  [
    'RS256',
    ({ header, claims }) => {
      const text = `${encode({ ...header, alg: 'RS256' })}.${encode(claims)}`
      return bearer(`${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`)
    },
  ],
  ['an empty signature', ({ token }) => bearer(`${token.split('.').slice(0, 2).join('.')}.`)],
  ['no signature', ({ token }) => bearer(token.split('.').slice(0, 2).join('.'))],
  [
    'a flipped bit',
    ({ token }) => bearer(token.slice(0, -10) + (token.at(-10) === 'A' ? 'B' : 'A') + token.slice(-9)),
  ],
  claim('another issuer', () => ({ iss: 'elsewhere' })),
  claim('the other audience', ({ claims }) => ({ aud: claims.aud === 'staff' ? 'customer' : 'staff' })),
  claim('several audiences', () => ({ aud: ['staff', 'customer'] })),
  ...['iss', 'aud', 'sub', 'sid', 'jti', 'iat', 'exp'].map((name) =>
    claim(`no ${name}`, () => ({ [name]: undefined })),
  ),
  claim('another subject', () => ({ sub: randomUUID() }), 'TOKEN_REVOKED'),
  claim('another family', () => ({ sid: randomUUID() }), 'TOKEN_REVOKED'),
  claim('an expiry 31 s ago', () => ({ iat: seconds() - 600, exp: seconds() - 31 }), 'TOKEN_EXPIRED'),
  claim('a start in the future', () => ({ nbf: seconds() + 60 })),
  claim('an issue in the future', () => ({ iat: seconds() + 60, exp: seconds() + 600 })),
  claim('a lifetime of eight hours', () => ({ exp: seconds() + 28_800 })),
  head('type JWT', { typ: 'JWT' }),
  head('no type', { typ: undefined }),
  head('no key id', { kid: undefined }),
  head('an unknown key id', { kid: '00000000' }),
  head('a path as key id', { kid: '../../../../dev/null' }),
  head('SQL as key id', { kid: "' or 1=1 --" }),
  head('a key of its own', { jwk: { kty: 'oct', k: 'AAAA' } }),
  head('an address of keys', { jku: 'https://example.com/keys' }),
  head('an address of a certificate', { x5u: 'https://example.com/cert' }),
  head('a critical extension', { crit: ['b64'], b64: true }),
  ['20 kB of it', (good) => bearer(forge(good, { pad: 'x'.repeat(20_000) }))],
  ['a refresh token', () => bearer(guest.cookie)],
  ['the scheme Basic', ({ token }) => ({ authorization: `Basic ${token}` }), 'TOKEN_MISSING'],
  ['the scheme Token', ({ token }) => ({ authorization: `Token ${token}` }), 'TOKEN_MISSING'],
  [
    'a cookie',
    ({ token }) => ({ cookie: `accessToken=${token}; __Secure-rt-staff=${token}` }),
    'TOKEN_MISSING',
  ],
  ['a header of another name', ({ token }) => ({ 'x-access-token': token }), 'TOKEN_MISSING'],
]

const guarded = () => declaredRoutes(t.app).filter(({ declaration }) => !can('anyone', declaration.guard))
const goodFor = ({ declaration: { guard } }: DeclaredRoute) =>
  can('guest', guard) || can('pending-guest', guard) ? guest : staff
const pathOf = ({ path }: DeclaredRoute) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => (name === 'branchId' ? tenant.branchId : randomUUID()))

async function send(route: DeclaredRoute, headers: Record<string, string>, query = '') {
  const response = await t.app.request(`${pathOf(route)}${query}`, { method: route.method, headers })
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
  if (isStream) await response.body?.cancel()
  const { code } = isStream ? {} : ((await response.json()) as { code?: string })
  return { status: response.status, code, authenticate: response.headers.get('www-authenticate') }
}

test('the token that the forgeries start from opens every guarded route', async () => {
  expect(guarded().length).toBeGreaterThan(25)
  for (const route of guarded().filter(({ method }) => method === 'GET')) {
    const { status } = await send(route, bearer(forge(goodFor(route), {})))
    expect.soft(status, route.path).not.toBe(401)
  }
})

test.each(variants)('a token with %s opens no route', async (_, headersOf, code = 'TOKEN_INVALID') => {
  for (const route of guarded()) {
    const answer = await send(route, headersOf(goodFor(route)))
    const authenticate = code === 'TOKEN_MISSING' ? 'Bearer' : expect.stringContaining(`"${code}"`)
    expect(answer, `${route.method} ${route.path}`).toEqual({ status: 401, code, authenticate })
  }
})

test('a token in the address opens no route', async () => {
  for (const route of guarded()) {
    const { token } = goodFor(route)
    const answer = await send(route, {}, `?access_token=${token}&token=${token}`)
    expect(answer, route.path).toMatchObject({ status: 401, code: 'TOKEN_MISSING' })
  }
})

test('an access token is not accepted as a refresh token', async () => {
  for (const [path, name] of [
    ['/api/auth/refresh', '__Secure-rt-staff'],
    ['/api/customer/auth/refresh', '__Secure-rt-guest'],
  ] as const) {
    for (const { token } of [staff, guest]) {
      const reply = await t.call('POST', path, {
        json: { attemptId: randomUUID() },
        headers: { cookie: `${name}=${token}` },
      })
      expect(reply.status).toBe(401)
      expect(reply.body.code).toMatch(/^TOKEN_(INVALID|MISSING)$/)
    }
  }
})
