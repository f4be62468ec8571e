import { randomUUID } from 'node:crypto'
import type { Database } from '@repo/db'
import { type DatabaseState, recordsOfRefusals, takeState } from './database-state.ts'
import { type DeclaredRoute, declaredRoutes, pathParameters } from './declared-routes.ts'
import { type Expectation, expectAccess, type Target } from './expect-access.ts'
import { type Canaries, findCanaries } from './find-canaries.ts'
import { createObjectFinder, type FoundObject } from './find-objects.ts'
import { sampleInput } from './sample-input.ts'
import { type TestApp, webOrigin } from './test-app.ts'
import type { Identity, TwoOrganizations } from './two-organizations.ts'
import { withoutInternet } from './without-internet.ts'
import { withoutLimits } from './without-limits.ts'

export type Cell = { route: DeclaredRoute; identity: Identity; target: Target; expected: Expectation }
export type Walk = { cells: number; routes: number; identities: number; mismatches: string[] }
type Answer = { status: number; code: string; text: string; sent: string }

type Options = {
  t: TestApp
  world: TwoOrganizations
  /** What answers instead of the app whose routes are walked. */
  app?: { request: TestApp['app']['request'] }
  only?: (route: DeclaredRoute) => boolean
}

/** Codes of answers that a caller whom the guard admits never gets for a request that is well made. */
const turnedAway =
  /^(TOKEN_|FORBIDDEN|GUEST_PENDING|NOT_FOUND|METHOD_|VALIDATION_|UNKNOWN_|IDEMPOTENCY_KEY|INTERNAL)/

/**
 * Calls every route as every identity, on objects of its own, of the table beside, of another branch and of another
 * organization, and compares the answers with the permission table and the scope. What an admitted call changes is taken
 * back; a refused one must not have changed anything, and nobody may change or be shown what is not theirs.
 */
export async function walkAccess({ t, world, app = t.app, only = () => true }: Options): Promise<Walk> {
  const state = await takeState(world.admin)
  const find = await createObjectFinder(world.admin)
  const canaries = await findCanaries(world.admin, state.tables, world)
  const untouched = await state.fingerprint()
  const theirs = await state.fingerprint(world.foreign.organizationId)
  const mismatches: string[] = []
  withoutLimits(t)
  withoutInternet(t)
  const routes = declaredRoutes(t.app).filter(only)
  let count = 0
  let forbidden = 0

  for (const route of routes) {
    const cells = await cellsOf(route)
    count += cells.length
    const first = cells.filter(({ expected }) => expected.kind === 'refused')
    const recorded = await countDenied(world.admin)
    forbidden = 0
    for (const cell of first) await judge(cell)
    const entries = (await countDenied(world.admin)) - recorded
    if (entries !== forbidden)
      mismatches.push(`${route.method} ${route.path}: ${entries} entries of ${forbidden} refusals with 403`)
    await compare(`${route.method} ${route.path}: what was refused changed`, await changed(state))
    for (const cell of cells) if (!first.includes(cell)) await judge(cell)
  }
  return { cells: count, routes: routes.length, identities: world.identities.length, mismatches }

  async function judge(cell: Cell): Promise<void> {
    const answer = await call(cell)
    if (answer.status === 403) forbidden += 1
    const fault = (await faultOf(cell, answer)) ?? leakOf(cell, answer, canaries, world)
    if (fault) mismatches.push(`${describe(cell)} → ${answer.status} ${answer.code}: ${fault}`)
    const wrote = answer.status < 300 && cell.route.method !== 'GET'
    if (!wrote) return
    await t.deps.background.settled()
    if (cell.identity.home !== world.foreign && cell.expected.kind !== 'anyone') {
      const now = await state.fingerprint(world.foreign.organizationId)
      await compare(`${describe(cell)}: changed the other organization's`, differing(theirs, now))
    }
    await state.restore()
  }

  async function changed(of: DatabaseState): Promise<string[]> {
    return differing(untouched, await of.fingerprint()).filter((table) => !recordsOfRefusals.has(table))
  }

  async function compare(what: string, tables: string[]): Promise<void> {
    if (tables.length === 0) return
    mismatches.push(`${what} ${tables.join(', ')}`)
    await state.restore()
  }

  async function faultOf(cell: Cell, { status, code }: Answer): Promise<string | undefined> {
    const { expected, identity } = cell
    if (status >= 500 && status !== 503) return 'a server error'
    // Where the path names no object, NOT_FOUND says nothing about access.
    const isAbsence = code === 'NOT_FOUND' && pathParameters(cell.route.path).length === 0
    if (expected.kind === 'admitted')
      return turnedAway.test(code) && !isAbsence ? 'expected to be admitted' : undefined
    if (expected.kind === 'anyone' && identity.token !== undefined)
      return tokenRead.test(code) ? 'a public route looked at the token' : undefined
    if (expected.kind !== 'refused') return undefined
    if (status === expected.status && (expected.code ?? code) === code) return undefined
    if (expected.status === 404 && status > 404 && (await isAsForNothing(cell, { status, code })))
      return undefined
    return `expected ${expected.status} ${expected.code ?? ''}`
  }

  /** Some requests are refused before anything is looked up: then a foreign object is answered like a missing one. */
  async function isAsForNothing(
    cell: Cell,
    { status, code }: Pick<Answer, 'status' | 'code'>,
  ): Promise<boolean> {
    const nothing = await call({ ...cell, target: { ...cell.target, objects: new Map() } })
    return nothing.status === status && nothing.code === code
  }

  /** Every identity × the objects of every party, with the target's branch in the path and with the caller's own. */
  async function cellsOf(route: DeclaredRoute): Promise<Cell[]> {
    const cells: Cell[] = []
    const names = namesOf(route)
    const inBranch = route.path.includes(':branchId')
    for (const identity of world.identities) {
      const parties = names.length > 0 ? world.parties : [identity.home]
      for (const party of parties) {
        const objects = new Map<string, FoundObject>()
        for (const name of names) {
          const object = await find(name, party, identity.userId)
          if (object) objects.set(name, object)
        }
        const branches =
          inBranch && party.branchId !== identity.home.branchId ? [party, identity.home] : [party]
        for (const branch of branches) {
          const target = { party, branch, objects }
          if (branch !== party && pathParameters(route.path).length === 1) continue
          cells.push({ route, identity, target, expected: expectAccess(route, identity, target) })
        }
      }
    }
    return cells
  }

  async function call({ route, identity, target }: Cell): Promise<Answer> {
    const { path, body } = requestOf(route, target)
    const response = await app.request(path, {
      method: route.method,
      headers: {
        ...(identity.token !== undefined && { authorization: `Bearer ${identity.token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(route.declaration.cookie && { origin: webOrigin }),
        ...(route.declaration.idempotent && { 'idempotency-key': randomUUID() }),
      },
      ...(body !== undefined && { body }),
    })
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream')
    if (streams) await response.body?.cancel()
    const text = streams ? '' : await response.text()
    const code = /"code":"([A-Z_]+)"/.exec(text)?.[1] ?? ''
    return { status: response.status, code, text, sent: `${path} ${body ?? ''} ${identity.userId ?? ''}` }
  }
}

async function countDenied(admin: Database): Promise<number> {
  const [row] = await admin<{ entries: number }[]>`
    select count(*)::int as entries from journal_entries where kind = 'access.denied'`
  return row?.entries ?? 0
}

const tokenRead = /^(FORBIDDEN|TOKEN_EXPIRED|TOKEN_INVALID|TOKEN_REVOKED)$/
const sampleNames = new WeakMap<object, string[]>()

/** Parameters of the path and ids in the body that stand for objects. */
function namesOf({ path, declaration }: DeclaredRoute): string[] {
  let names = sampleNames.get(declaration)
  if (!names) {
    const inBody: string[] = []
    const collect = (name: string) => {
      if (name.endsWith('Id')) inBody.push(name)
      return undefined
    }
    if (declaration.json) sampleInput(declaration.json, collect)
    names = [...new Set([...pathParameters(path), ...inBody])]
    sampleNames.set(declaration, names)
  }
  return names
}

function requestOf({ path, declaration }: DeclaredRoute, { objects, branch }: Target) {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === 'branchId' ? branch.branchId : (objects.get(name)?.id ?? randomUUID()),
  )
  const body = declaration.json
    ? JSON.stringify(sampleInput(declaration.json, (name) => objects.get(name)?.id))
    : undefined
  return { path: filled, body }
}

/** The first string in an answer that the identity must not see and did not send. */
function leakOf(
  { identity, expected, target }: Cell,
  { text, sent }: Answer,
  canaries: Canaries,
  { foreign, elsewhere, neighbour, own }: TwoOrganizations,
): string | undefined {
  const forbidden: ReadonlySet<string>[] = []
  if (identity.home !== foreign) forbidden.push(canaries.foreign)
  if (identity.home === own && !identity.branchIds.includes(elsewhere.branchId))
    forbidden.push(canaries.elsewhere)
  if (identity.audience === 'customer' && identity.home !== neighbour) forbidden.push(canaries.neighbour)
  const seen = forbidden
    .flatMap((set) => [...set])
    .find(
      (canary) =>
        text.includes(canary) &&
        !sent.includes(canary) &&
        // A guest with a sticker learns the menu, and which session they joined.
        !(
          expected.kind === 'anyone' &&
          (canaries.published.has(canary) || canary === target.party.sessionId)
        ),
    )
  return seen === undefined ? undefined : `shows "${seen}"`
}

const differing = (before: Record<string, string>, after: Record<string, string>): string[] =>
  Object.keys(before).filter((table) => before[table] !== after[table])

const describe = ({ route, identity, target: { party, branch } }: Cell): string =>
  `${route.method} ${route.path} as ${identity.name} on ${party.name}${branch === party ? '' : ' through its own branch'}`
