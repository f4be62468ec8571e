import { can } from '@repo/auth/policy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { hostileTexts } from '../testing/bad-input/hostile-texts.ts'
import { type DatabaseState, takeState } from '../testing/database-state.ts'
import { type DeclaredRoute, declaredRoutes } from '../testing/declared-routes.ts'
import { createObjectFinder } from '../testing/find-objects.ts'
import { sampleInput } from '../testing/sample-input.ts'
import { createTestApp, type Reply, type TestApp } from '../testing/test-app.ts'
import { createTwoOrganizations, type TwoOrganizations } from '../testing/two-organizations.ts'
import { withoutLimits } from '../testing/without-limits.ts'

type Json = Record<string, unknown>
/** A text that a route takes and shows in its reply. */
type Field = { route: DeclaredRoute; body: Json; path: readonly string[] }

const probe = 'Zander Quince'
const minFields = 8
const maxQueryMs = 500
/** Characters that change how a line reads, or what a printer does, without being seen. */
const unseen = ['\0', '\u001b', '\u0007', '\u202e', '\u2066', '\u200b']

let t: TestApp
let world: TwoOrganizations
let state: DatabaseState
beforeAll(async () => {
  t = await createTestApp()
  // A text that slows a query down is a server error, which no test here accepts.
  Object.assign(t.database.options.connection, { statement_timeout: maxQueryMs })
  expect(await t.database`show statement_timeout`).toEqual([{ statement_timeout: `${maxQueryMs}ms` }])
  withoutLimits(t)
  world = await createTwoOrganizations(t)
  // Only a waiting order can be refused with a reason.
  await world.admin`update orders set state = 'pending', confirmed_at = null`
  await world.admin`update order_lines set state = 'pending'`
  state = await takeState(world.admin)
})
afterAll(() => t.close())

const tokenFor = ({ declaration: { guard } }: DeclaredRoute): string | undefined => {
  const name = can('anyone', guard) ? 'nobody' : can('guest', guard) ? 'guest' : 'owner'
  return world.identities.find((identity) => identity.name === name)?.token
}

async function send({ route, body, path }: Field, text: string): Promise<Reply> {
  const find = await createObjectFinder(world.admin)
  let address = route.path
  for (const [match, name = ''] of route.path.matchAll(/:(\w+)/g))
    address = address.replace(match, (await find(name, world.own))?.id ?? '')
  const json = structuredClone(body)
  set(json, path, text)
  const token = tokenFor(route)
  const headers = { 'idempotency-key': crypto.randomUUID() }
  const reply = await t.call(route.method, address, { ...(token && { token }), json, headers })
  if (reply.status < 300) await state.restore()
  return reply
}

function set(json: Json, [first = '', ...rest]: readonly string[], text: string): void {
  if (rest.length === 0) json[first] = text
  else {
    json[first] ??= {}
    set(json[first] as Json, rest, text)
  }
}

/** Fields whose text comes back, found by sending one rather than listed by hand. */
async function findFields(): Promise<Field[]> {
  const fields: Field[] = []
  const find = await createObjectFinder(world.admin)
  for (const route of declaredRoutes(t.app)) {
    const { json } = route.declaration
    if (!json) continue
    const dish = await find('dishId', world.own)
    const sample = sampleInput(json, (name) => (name === 'dishId' ? dish?.id : undefined)) as Json
    // An order is accepted only at the server's price.
    const body = 'expectedTotalMinor' in sample ? { ...sample, expectedTotalMinor: 2_500 } : sample
    for (const path of textPaths(json)) {
      const reply = await send({ route, body, path }, probe)
      if (reply.status < 300 && JSON.stringify(reply.body).includes(probe)) fields.push({ route, body, path })
    }
  }
  return fields
}

/** Paths of all texts in a body, those of one level inside included. */
function textPaths(schema: z.ZodType): string[][] {
  const { properties = {} } = schema.toJSONSchema({ io: 'input', unrepresentable: 'any' }) as {
    properties?: Record<string, { type?: string; enum?: unknown; format?: string; properties?: Json }>
  }
  return Object.entries(properties).flatMap(([name, property]) => {
    if (property.type === 'object')
      return Object.keys(property.properties ?? {}).map((inner) => [name, inner])
    return property.type === 'string' && !property.enum && !property.format ? [[name]] : []
  })
}

test('every text that a reply shows comes back as it was sent, or is refused', async () => {
  const fields = await findFields()
  const wrong: string[] = []
  let kept = 0
  for (const field of fields) {
    for (const text of hostileTexts) {
      const { status, body } = await send(field, text)
      const expected = text.normalize('NFC').trim()
      const where = `${field.route.method} ${field.route.path} ${field.path.join('.')} ${JSON.stringify(text.slice(0, 30))}`
      if (status < 300) kept += 1
      if (status < 300 ? !texts(body).includes(expected) : status !== 400) wrong.push(`${where} → ${status}`)
    }
  }
  expect(wrong).toEqual([])
  expect(fields.length, fields.map(({ path }) => path.join('.')).join()).toBeGreaterThanOrEqual(minFields)
  expect(kept).toBeGreaterThan(fields.length * 25)
}, 120_000)

test('a text that displays differently from how it is stored is refused everywhere', async () => {
  const deceiving = hostileTexts.filter(
    (text) => !text.isWellFormed() || unseen.some((character) => text.includes(character)),
  )
  expect(deceiving.length).toBeGreaterThanOrEqual(8)
  for (const field of await findFields())
    for (const text of deceiving)
      expect.soft((await send(field, text)).status, `${field.path} ${JSON.stringify(text)}`).toBe(400)
}, 120_000)

/** Every text in a reply. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : []
}
