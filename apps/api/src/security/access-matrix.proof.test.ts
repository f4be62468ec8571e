import { type ActorKind, type Permission, permissions, policy } from '@repo/auth/policy'
import { reportFigure } from '@repo/stack/report-figure'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppEnv } from '../http/app-env.ts'
import { endpoint } from '../http/endpoint.ts'
import { problem } from '../http/problem.ts'
import { type DeclaredRoute, declaredRoutes } from '../testing/declared-routes.ts'
import { audienceOf } from '../testing/expect-access.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { createTwoOrganizations, type TwoOrganizations } from '../testing/two-organizations.ts'
import { walkAccess } from '../testing/walk-access.ts'
import { perimeter } from './perimeter.ts'
import { recordRefusal } from './record-refusal.ts'

/**
 * Routes whose verb refuses in the same way: a caller who does not own all branches, a role that may give no roles, a guest
 * who waits or is not the host.
 */
const refusedTwice = [
  'PATCH /api/branches/:branchId/organization',
  'POST /api/branches/:branchId/invitations',
  'POST /api/branches/:branchId/staff',
  'POST /api/customer/session/guests/:guestId/move',
  'POST /api/customer/session/join-code',
]

let t: TestApp
let world: TwoOrganizations
beforeAll(async () => {
  t = await createTestApp({ SIGNUP: 'closed' })
  world = await createTwoOrganizations(t)
})
afterAll(() => t.close())

test('every route × every identity × own and foreign objects answers as the permission table says', async ({
  task,
}) => {
  const { cells, routes, identities, mismatches } = await walkAccess({ t, world })
  reportFigure(task, 'routes', routes)
  reportFigure(task, 'identities', identities)
  reportFigure(task, 'cells', cells)
  reportFigure(task, 'mismatches', mismatches.length)
  expect(mismatches).toEqual([])
}, 180_000)

test('a guard that admits one kind of caller too many is noticed at every route', async ({ task }) => {
  let loosened = 0
  const unnoticed: string[] = []
  for (const route of declaredRoutes(t.app)) {
    const looser = nextLooser(route)
    if (!looser) continue
    loosened += 1
    const only = ({ method, path }: DeclaredRoute) => method === route.method && path === route.path
    const { mismatches } = await walkAccess({ t, world, app: withGuard(route, looser), only })
    if (mismatches.length === 0) unnoticed.push(`${route.method} ${route.path}`)
  }
  reportFigure(task, 'guards loosened', loosened)
  reportFigure(task, 'refused twice', unnoticed.length)
  expect(unnoticed.sort()).toEqual(refusedTwice)
  expect(loosened).toBeGreaterThan(40)
}, 300_000)

const actorsOf = (permission: Permission): readonly ActorKind[] => policy[permission].actors
const audiences = (permission: Permission) => new Set(actorsOf(permission).map(audienceOf))

/** The permission that admits all callers of the route's and the fewest further kinds that could call such a path. */
function nextLooser({ path, declaration: { guard } }: DeclaredRoute): Permission | undefined {
  const own = actorsOf(guard)
  const comes = (kind: ActorKind) =>
    audienceOf(kind) !== 'staff' || (kind === 'user') !== path.includes(':branchId')
  return permissions
    .filter((one) => audiences(one).symmetricDifference(audiences(guard)).size === 0)
    .filter((one) => own.every((kind) => actorsOf(one).includes(kind)))
    .filter((one) => actorsOf(one).some((kind) => comes(kind) && !own.includes(kind)))
    .sort((a, b) => actorsOf(a).length - actorsOf(b).length)[0]
}

/** One route of the app, behind another guard. */
function withGuard({ method, path, declaration }: DeclaredRoute, guard: Permission) {
  const handler = t.app.routes.filter((one) => one.method === method && one.path === path).at(-1)?.handler
  const app = new Hono<AppEnv>()
  app.use(perimeter(t.deps) as never)
  app.on(method, path, endpoint({ ...declaration, guard }) as never, handler as never)
  app.onError(async (error, c) => {
    await recordRefusal(c, error)
    return problem(c, error)
  })
  return app
}
