import { uuidv7 } from '@repo/auth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scope } from './gateway.ts'
import { fillOtherTables, friendOf, hostOf, orderRow, seatParty, type TestParty } from './test-party.ts'
import { countRows, createTestWorld, readableTables, staffOf, type TestWorld } from './test-world.ts'

const denied = { code: '42501' }
const menuTables = [
  'branches',
  'dish_allergens',
  'dish_modifier_groups',
  'dishes',
  'menu_categories',
  'modifier_groups',
  'modifier_options',
  'opening_hours',
  'option_allergens',
  'stations',
  'tax_rates',
]
const partyTables = ['dining_tables', 'guests', 'order_lines', 'orders', 'service_calls', 'table_sessions']

let world: TestWorld
let party: TestParty
let neighbours: TestParty
beforeAll(async () => {
  world = await createTestWorld()
  party = await seatParty(world.admin, world.casaPerejil, '1')
  neighbours = await seatParty(world.admin, world.casaPerejil, '2')
  await seatParty(world.admin, world.perejilMar, '1')
  for (const place of [world.casaPerejil, world.perejilMar]) await fillOtherTables(world.admin, place)
  await world.gateway.run(staffOf(world.casaPerejil), (tx) =>
    tx.append([{ audience: 'session', sessionId: neighbours.tableSessionId, kind: 'order.placed' }], {
      actor: 'staff',
      requestId: 'r',
    }),
  )
})
afterAll(() => world.close())

/** Tables of which the scope sees any row; `except` names those that are checked separately. */
async function visibleTables(scope: Scope): Promise<string[]> {
  const counts = await countRows(world.gateway, scope, await readableTables(world.admin))
  return Object.keys(counts).filter((table) => counts[table] !== 0)
}

const update = (scope: Scope, statement: string) =>
  world.gateway.run(scope, ({ sql }) => sql.unsafe(statement)).then(({ count }) => count)

describe('a guest', () => {
  it('sees the menu, the table’s own rows and the branch’s order counter, and no other table', async () => {
    const expected = [...menuTables, ...partyTables, 'order_counters'].sort()
    expect(await visibleTables(hostOf(party))).toEqual(expected)
  })

  it('sees one table and the rows of its session alone', async () => {
    const seen = await world.gateway.run(hostOf(party), async ({ sql }) => ({
      tables: (await sql`select id from dining_tables`).map((row) => row.id),
      sessions: (
        await sql`
          select id from table_sessions union select session_id from guests union select session_id from orders
          union select session_id from order_lines union select session_id from service_calls`
      ).map((row) => row.id),
    }))
    expect(seen).toEqual({ tables: [party.tableId], sessions: [party.tableSessionId] })
  })

  it('changes nothing at another table, and no order at all', async () => {
    const { tableSessionId } = neighbours
    for (const statement of [
      `update table_sessions set state = 'closed' where id = '${tableSessionId}'`,
      `update guests set state = 'evicted' where session_id = '${tableSessionId}'`,
      `update service_calls set state = 'done'`,
      `update orders set total_minor = 0`,
      `update order_lines set state = 'served'`,
      `update dishes set price_minor = 0`,
    ]) {
      expect(await update(hostOf(party), statement), statement).toBe(0)
    }
  })

  it.each<[string, () => Partial<TestParty>]>([
    ['at another table', () => ({ tableSessionId: neighbours.tableSessionId })],
    ['in another guest’s name', () => ({ guestId: party.friendId })],
    ['in another branch', () => world.perejilMar],
  ])('cannot place an order %s', async (_where, change) => {
    const row = { ...orderRow({ ...party, ...change() }), id: uuidv7() }
    const placing = world.gateway.run(hostOf(party), ({ sql }) => sql`insert into orders ${sql(row)}`)
    await expect(placing).rejects.toMatchObject(denied)
  })
})

describe('a guest who waits to be let in', () => {
  it('sees the branch, the table, the session and nobody but itself', async () => {
    expect(await visibleTables(friendOf(party))).toEqual([
      'branches',
      'dining_tables',
      'guests',
      'table_sessions',
    ])
    const guests = await world.gateway.run(friendOf(party), ({ sql }) => sql`select id from guests`)
    expect([...guests]).toEqual([{ id: party.friendId }])
  })

  it('changes no other guest', async () => {
    expect(
      await update(friendOf(party), `update guests set name = 'x' where id <> '${party.friendId}'`),
    ).toBe(0)
  })
})

describe('a reader without an identity', () => {
  const reader = (): Scope => ({ kind: 'public', ...world.casaPerejil })

  it('sees the menu of one branch and nothing else', async () => {
    expect(await visibleTables(reader())).toEqual(menuTables)
    const branches = await world.gateway.run(
      reader(),
      ({ sql }) => sql`select distinct branch_id as id from dishes`,
    )
    expect([...branches]).toEqual([{ id: world.casaPerejil.branchId }])
  })

  it('sees no hidden dish or option and no unpublished category', async () => {
    const { branchId } = world.casaPerejil
    const before = await countRows(world.gateway, reader(), ['dishes', 'modifier_options', 'menu_categories'])
    for (const [table, change] of [
      ['dishes', `availability = 'hidden'`],
      ['modifier_options', `availability = 'hidden'`],
      ['menu_categories', 'published = false'],
    ]) {
      await world.admin.unsafe(`update ${table} set ${change}
        where id = (select id from ${table} where branch_id = '${branchId}' order by id limit 1)`)
    }
    const after = await countRows(world.gateway, reader(), Object.keys(before))
    for (const [table, count] of Object.entries(before)) expect(after[table], table).toBeLessThan(count)
  })

  it('changes nothing on the menu', async () => {
    expect(await update(reader(), `update dishes set price_minor = 0`)).toBe(0)
  })

  it('holding a table’s sticker shows that table’s session and guests alone', async () => {
    const holder: Scope = { kind: 'public', ...world.casaPerejil, tableId: party.tableId }
    const seen = await world.gateway.run(holder, async ({ sql }) => ({
      sessions: (await sql`select id from table_sessions`).map((row) => row.id),
      guests: (await sql`select distinct session_id as id from guests`).map((row) => row.id),
      orders: (await sql`select id from orders`).length,
    }))
    expect(seen).toEqual({ sessions: [party.tableSessionId], guests: [party.tableSessionId], orders: 0 })
  })
})
