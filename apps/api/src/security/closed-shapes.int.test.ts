import { can } from '@repo/auth/policy'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { endpoint, reply } from '../http/endpoint.ts'
import { problem } from '../http/problem.ts'
import { type DeclaredRoute, declaredRoutes } from '../testing/declared-routes.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { perimeter } from './perimeter.ts'
import type { LimitName } from './rate-limiter.ts'

type Json = Record<string, unknown>
type Operation = { method: string; path: string; body: Json | undefined; reply: Json | undefined }

let t: TestApp
let operations: Operation[]
beforeAll(async () => {
  t = await createTestApp()
  operations = await readOperations()
})
afterAll(() => t.close())

type Content = { content?: { 'application/json'?: { schema: Json } } }
async function readOperations(): Promise<Operation[]> {
  const { body } = await t.call('GET', '/api/openapi.json')
  const paths = body.paths as Record<string, Record<string, { requestBody?: Content; responses: object }>>
  const schemaOf = (part: Content | undefined) => part?.content?.['application/json']?.schema
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { requestBody, responses }]) => {
      const [success] = Object.values(responses) as Content[]
      return { method, path, body: schemaOf(requestBody), reply: schemaOf(success) }
    }),
  )
}

/** Places in a JSON schema that accept unlisted keys, or any value at all. */
function openPlaces(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap((each, n) => openPlaces(each, `${at}.${n}`))
  const { type, additionalProperties, properties } = schema as Json
  const isOpen =
    type === 'object' ? additionalProperties !== false && !isRecord(additionalProperties) : isEmpty(schema)
  const inner = { ...schema, properties: undefined, default: undefined }
  return [
    ...(isOpen ? [at] : []),
    ...Object.entries((properties ?? {}) as Json).flatMap(([name, each]) =>
      openPlaces(each, `${at}.${name}`),
    ),
    ...Object.entries(inner).flatMap(([name, each]) => openPlaces(each, `${at}.${name}`)),
  ]
}
const isEmpty = (schema: object): boolean => Object.keys(schema).length === 0
/** Keys are free and each value is of one kind, as with names by language. */
const isRecord = (values: unknown): boolean =>
  typeof values === 'object' && values !== null && !isEmpty(values)

test('every reply and every body is closed, down to its last level', () => {
  const open = operations
    // The document that describes the other routes is not a database row.
    .filter(({ path }) => path !== '/api/openapi.json')
    .flatMap(({ method, path, body, reply: shown }) => [
      ...openPlaces(body, `${method} ${path} takes`),
      ...openPlaces(shown, `${method} ${path} shows`),
    ])
  expect(operations.filter(({ reply: shown }) => shown).length).toBeGreaterThan(60)
  expect(operations.filter(({ body }) => body).length).toBeGreaterThan(30)
  expect(open).toEqual([])
})

test('a key that the response schema does not list never leaves, at any depth', async () => {
  const app = new Hono<AppEnv>()
  app.use(perimeter(t.deps) as never)
  const row = { id: 1, passwordHash: '$argon2id$v=19', inner: [{ name: 'Ana', tokenHash: 'deadbeef' }] }
  app.get(
    '/api/row',
    endpoint({
      summary: 'A row',
      guard: 'openapi:read',
      limit: 'otherPerAddress',
      returns: z.object({ id: z.number(), inner: z.array(z.object({ name: z.string() })) }),
    }) as never,
    ((c: Parameters<typeof reply>[0]) => reply(c, row)) as never,
  )
  app.onError((error, c) => problem(c, error))
  const response = await app.request('/api/row')
  expect([response.status, await response.json()]).toEqual([200, { id: 1, inner: [{ name: 'Ana' }] }])
})

const chosenByNobody =
  /^(role|isAdmin|isSuperUser|isHost|permissions?|organizationId|branchId|userId|guestId|sessionId|status|state|guestState|disabled|price\w*|total\w*|discount\w*)$/

/** Names of all keys that a body may have, inner ones included. */
const keysOf = (schema: unknown): string[] =>
  typeof schema === 'object' && schema !== null
    ? [
        ...Object.keys(((schema as Json).properties ?? {}) as Json),
        ...Object.values(schema as Json).flatMap(keysOf),
      ]
    : []

test('no route without a token accepts a field that claims an identity', () => {
  const isPublic = ({ declaration: { guard } }: DeclaredRoute) => can('anyone', guard)
  const open = declaredRoutes(t.app).filter(isPublic)
  const bodies = open.flatMap(({ method, path }) => {
    const template = path.replaceAll(/:(\w+)/g, '{$1}')
    const found = operations.find((one) => one.method === method.toLowerCase() && one.path === template)
    return found?.body ? [[`${method} ${path}`, keysOf(found.body)] as const] : []
  })
  expect(bodies.length).toBeGreaterThan(8)
  for (const [route, keys] of bodies)
    expect
      .soft(
        keys.filter((key) => chosenByNobody.test(key)),
        route,
      )
      .toEqual([])
})

/** Callers without a token are counted by address, each kind of request separately. */
const openLimits: Record<string, LimitName> = {
  'GET /health': 'healthPerAddress',
  'POST /api/auth/register': 'signUpInputPerAddress',
  'POST /api/auth/login': 'signInPerAddress',
  'POST /api/auth/second-factor': 'signInPerAddress',
  'POST /api/auth/refresh': 'staffRenewPerAddress',
  'POST /api/auth/logout': 'staffRenewPerAddress',
  'POST /api/auth/forgot-password': 'recoverPerAddress',
  'POST /api/auth/reset-password': 'recoverPerAddress',
  'POST /api/auth/invitations/look-up': 'recoverPerAddress',
  'POST /api/auth/invitations/accept': 'recoverPerAddress',
  'POST /api/devices/activate': 'activatePerAddress',
  'POST /api/devices/verify': 'verifyPerAddress',
  'GET /api/media/:branchId/:file': 'mediaPerAddress',
  'GET /api/customer/:branchSlug/menu': 'menuPerAddress',
  'GET /api/customer/:branchSlug/:tableCode': 'tableReadPerAddress',
  'GET /api/customer/:branchSlug/:tableCode/check-session': 'tableReadPerAddress',
  'POST /api/customer/:branchSlug/:tableCode/sessions': 'newGuestPerAddress',
  'POST /api/customer/auth/refresh': 'guestRenewPerAddress',
}
const guestCreates = ['POST /api/customer/orders', 'POST /api/customer/service-calls']

function limitsFor({ method, path, declaration: { guard } }: DeclaredRoute): readonly LimitName[] {
  const route = `${method} ${path}`
  const isRead = method === 'GET'
  if (can('anyone', guard)) return [openLimits[route] ?? 'otherPerAddress']
  if (guestCreates.includes(route)) return ['guestCreate']
  if (can('guest', guard) || can('pending-guest', guard))
    return isRead ? ['guestRead', 'guestFollow'] : ['guestWrite', 'guestProve', 'guestVerify']
  return isRead ? ['staffRead'] : ['staffWrite', 'staffUpload', 'staffCallOut']
}

test('each route counts under the limit of its kind', () => {
  const routes = declaredRoutes(t.app)
  for (const route of routes)
    expect.soft(limitsFor(route), `${route.method} ${route.path}`).toContain(route.declaration.limit)
  const names = new Set(routes.map(({ method, path }) => `${method} ${path}`))
  expect([...Object.keys(openLimits), ...guestCreates].filter((route) => !names.has(route))).toEqual([])
})
