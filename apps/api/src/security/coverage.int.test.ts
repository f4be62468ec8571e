import { permissions } from '@repo/auth/policy'
import { type RateLimit, rateLimit } from '@repo/config/limits'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declarationOf } from '../http/endpoint.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const endpoints = () => t.app.routes.filter((route) => route.method !== 'ALL')

test('every route declares its guard, its inputs and its response', () => {
  const byRoute = Map.groupBy(endpoints(), ({ method, path }) => `${method} ${path}`)
  const undeclared = [...byRoute]
    .filter(([, handlers]) => !handlers.some(({ handler }) => declarationOf(handler)))
    .map(([route]) => route)
  expect(byRoute.size).toBeGreaterThan(20)
  expect(undeclared).toEqual([])
})

test('only the perimeter answers every method', () => {
  const forAllVerbs = t.app.routes.filter(({ method }) => method === 'ALL')
  expect(forAllVerbs.map(({ path }) => path)).toEqual(['/*'])
  expect(t.app.routes.filter(({ path }) => path.includes('*'))).toEqual(forAllVerbs)
})

test('every path parameter has a schema', () => {
  for (const { path, handler } of endpoints()) {
    const declaration = declarationOf(handler)
    if (declaration && path.includes(':')) expect.soft(declaration.params, path).toBeDefined()
  }
})

test('every permission of the table has a route', () => {
  const guarded = new Set(endpoints().map(({ handler }) => declarationOf(handler)?.guard))
  expect(permissions.filter((permission) => !guarded.has(permission))).toEqual([])
})

test('the limits of staff sign-in and sign-up stay tight when processes cannot count together', () => {
  const loose = endpoints().flatMap(({ path, handler }) => {
    const declaration = declarationOf(handler)
    if (!declaration?.guard.startsWith('staff-auth:') || declaration.limit === 'otherPerAddress') return []
    const limit: RateLimit = rateLimit[declaration.limit]
    return limit.guardsSecret ? [] : [path]
  })
  expect(loose).toEqual([])
})

test('the OpenAPI document lists every route, with strict bodies', async () => {
  const { body } = await t.call('GET', '/api/openapi.json')
  const paths = body.paths as Record<
    string,
    Record<
      string,
      { requestBody?: { content: { 'application/json'?: { schema: { additionalProperties?: boolean } } } } }
    >
  >
  expect(body.openapi).toBe('3.1.0')
  for (const { method, path, handler } of endpoints()) {
    if (!declarationOf(handler)) continue
    const operation = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
    expect.soft(operation, `${method} ${path}`).toBeDefined()
    const schema = operation?.requestBody?.content['application/json']?.schema
    if (schema) expect.soft(schema.additionalProperties, `${method} ${path}`).toBe(false)
  }
})

test('a wrong method is 405 with the allowed ones, an unknown path 404, both as problem documents', async () => {
  const wrong = await t.call('DELETE', '/api/auth/login')
  expect(wrong).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } })
  expect(wrong.headers.get('allow')).toBe('POST')
  expect(await t.call('GET', '/api/nothing/here')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})
