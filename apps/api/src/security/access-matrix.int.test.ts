import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppEnv } from '../http/app-env.ts'
import { endpoint } from '../http/endpoint.ts'
import { problem } from '../http/problem.ts'
import { type DeclaredRoute, declaredRoutes, pathParameters } from '../testing/declared-routes.ts'
import { createObjectFinder } from '../testing/find-objects.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { createTwoOrganizations, type TwoOrganizations } from '../testing/two-organizations.ts'
import { walkAccess } from '../testing/walk-access.ts'
import { perimeter } from './perimeter.ts'

let t: TestApp
let world: TwoOrganizations
beforeAll(async () => {
  t = await createTestApp({ SIGNUP: 'closed' })
  world = await createTwoOrganizations(t)
})
afterAll(() => t.close())

test('the matrix has an object for every parameter of every path', async () => {
  const find = await createObjectFinder(world.admin)
  const userId = world.identities.find(({ name }) => name === 'owner')?.userId
  for (const name of new Set(declaredRoutes(t.app).flatMap(({ path }) => pathParameters(path)))) {
    const [own, foreign] = [await find(name, world.own, userId), await find(name, world.foreign, userId)]
    expect.soft(own, name).toBeDefined()
    expect.soft(foreign, name).toBeDefined()
    if (own?.scope !== 'person') expect.soft(foreign?.id, name).not.toBe(own?.id)
  }
})

test('every route answers every identity as the permission table and the scope say, and shows and changes nothing else', async () => {
  const { cells, mismatches } = await walkAccess({ t, world })
  expect(mismatches).toEqual([])
  expect(cells).toBeGreaterThan(2_000)
}, 180_000)

describe('the matrix notices', () => {
  const at = (path: string) => (route: DeclaredRoute) => route.path === path
  const staff = '/api/branches/:branchId/staff'
  const order = '/api/branches/:branchId/orders/:orderId'

  /** Walks a few routes with one statement in force, then undoes it. */
  async function walkWith(statement: string, undo: string, path: string): Promise<string[]> {
    await world.admin.unsafe(statement)
    try {
      return (await walkAccess({ t, world, only: at(path) })).mismatches
    } finally {
      await world.admin.unsafe(undo)
    }
  }

  test('a guard that lets another role in', async () => {
    const route = t.app.routes.filter(({ method, path }) => method === 'GET' && path === staff)
    const declared = declaredRoutes({ routes: route })[0]?.declaration
    const handler = route.at(-1)?.handler
    if (!declared || !handler) throw new Error('the route is gone')
    const open = endpoint({ ...declared, guard: 'branch:read' }) as never
    const app = new Hono<AppEnv>()
    app.use(perimeter(t.deps) as never)
    app.get(staff, open, handler as never)
    app.onError((error, c) => problem(c, error))
    const { mismatches } = await walkAccess({
      t,
      world,
      app,
      only: (r) => r.path === staff && r.method === 'GET',
    })
    expect(mismatches.filter((line) => line.includes('expected 403')).length).toBeGreaterThanOrEqual(3)
    expect(mismatches.join('\n')).toContain('as kitchen on own table → 200')
  })

  test('tables whose rows the database no longer keeps apart', async () => {
    const tables = ['branches', 'guests', 'order_lines', 'orders', 'table_sessions']
    const all = (verb: string) =>
      tables.map((table) => `alter table ${table} ${verb} row level security`).join(';')
    const mismatches = await walkWith(all('disable'), all('enable'), order)
    expect(mismatches.join('\n')).toMatch(/on other organization through its own branch → 200 : expected 404/)
  })

  test('a policy that is loosened to every caller of the kind', async () => {
    const mismatches = await walkWith(
      'create policy loose on dishes for all to restai_app using (true) with check (true)',
      'drop policy loose on dishes',
      '/api/branches/:branchId/menu/dishes/:dishId/availability',
    )
    expect(mismatches.join('\n')).toMatch(/as cashier on other organization through its own branch/)
  })

  test('a policy that is gone', async () => {
    const [policy] = await world.admin<{ qual: string; check: string }[]>`
      select qual, with_check as check from pg_policies where policyname = 'orders_staff'`
    const mismatches = await walkWith(
      'drop policy orders_staff on orders',
      `create policy orders_staff on orders for all to restai_app using (${policy?.qual}) with check (${policy?.check})`,
      order,
    )
    expect(mismatches.join('\n')).toMatch(/as waiter on own table → 404 NOT_FOUND: expected to be admitted/)
  })
})
