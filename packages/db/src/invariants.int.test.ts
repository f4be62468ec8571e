import { uuidv7 } from '@repo/auth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertOrder, lineRow, orderRow, seatParty, type TestParty } from './test-party.ts'
import { createTestWorld, type Place, type TestWorld } from './test-world.ts'

const notUnique = { code: '23505' }
const noSuchRow = { code: '23503' }
const outOfRange = { code: '23514' }

let world: TestWorld
let party: TestParty
let orderId: string
beforeAll(async () => {
  world = await createTestWorld()
  party = await seatParty(world.admin, world.casaPerejil, '1')
  orderId = await insertOrder(world.admin, party)
})
afterAll(() => world.close())

const firstDish = async (place: Place) => {
  const [dish] = await world.admin<
    { id: string }[]
  >`select id from dishes where branch_id = ${place.branchId} limit 1`
  return dish?.id ?? ''
}
const insert = (table: string, row: Record<string, string | number | boolean>) =>
  world.admin`insert into ${world.admin(table)} ${world.admin({ id: uuidv7(), ...row })}`

it('a table has one open session; a closed one makes room', async () => {
  await expect(seatParty(world.admin, world.casaPerejil, '1')).rejects.toMatchObject(notUnique)
  await world.admin`update table_sessions set state = 'closed' where id = ${party.tableSessionId}`
  const next = await seatParty(world.admin, world.casaPerejil, '1')
  await world.admin`update table_sessions set state = 'closed' where id = ${next.tableSessionId}`
  await world.admin`update table_sessions set state = 'open' where id = ${party.tableSessionId}`
})

it('a session has one host', async () => {
  const making = world.admin`update guests set is_host = true where id = ${party.friendId}`
  await expect(making).rejects.toMatchObject(notUnique)
})

it('an order number is given once per branch and business day', async () => {
  const [{ number } = { number: 0 }] = await world.admin<
    { number: number }[]
  >`select number from orders where id = ${orderId}`
  await expect(insert('orders', { ...orderRow(party), number })).rejects.toMatchObject(notUnique)
})

it.each<[string, (w: TestWorld) => Place]>([
  ['another branch', (w) => w.perejilMar],
  ['another organization', (w) => w.anchorLane],
])('an order line cannot name a dish of %s', async (_name, elsewhere) => {
  const foreign = lineRow(party, orderId, await firstDish(elsewhere(world)))
  await expect(insert('order_lines', foreign)).rejects.toMatchObject(noSuchRow)
})

it('a dish cannot stand in a category, at a station or under a tax of another branch', async () => {
  for (const [column, table] of [
    ['category_id', 'menu_categories'],
    ['station_id', 'stations'],
    ['tax_rate_id', 'tax_rates'],
  ]) {
    const moving = world.admin.unsafe(`update dishes set ${column} =
      (select id from ${table} where branch_id = '${world.perejilMar.branchId}' limit 1)
      where id = '${await firstDish(world.casaPerejil)}'`)
    await expect(moving, column).rejects.toMatchObject(noSuchRow)
  }
})

describe('money', () => {
  it.each([
    { subtotal_minor: -1 },
    { discount_minor: -1 },
    { service_charge_minor: -1 },
    { tax_minor: -1 },
    { total_minor: -1 },
  ])('an order refuses %o', async (change) => {
    await expect(insert('orders', { ...orderRow(party), ...change })).rejects.toMatchObject(outOfRange)
  })

  it.each([
    { quantity: 0, line_minor: 0 },
    { quantity: -1, line_minor: -500 },
    { quantity: 21, line_minor: 10_500 },
    { unit_minor: -500, line_minor: -1_000 },
    { line_minor: 999 },
  ])('an order line refuses %o', async (change) => {
    const row = { ...lineRow(party, orderId, await firstDish(world.casaPerejil)), ...change }
    await expect(insert('order_lines', row)).rejects.toMatchObject(outOfRange)
  })

  it.each([
    ['dishes', 'price_minor = -1'],
    ['dishes', 'price_minor = 1000000001'],
    ['modifier_options', 'price_minor = -1000000001'],
    ['modifier_options', 'max_quantity = 0'],
    ['tax_rates', 'rate_ppm = -1'],
    ['tax_rates', 'rate_ppm = 1000001'],
    ['branches', 'service_charge_ppm = -1'],
    ['modifier_groups', 'min = max + 1'],
  ])('%s refuse %s', async (table, change) => {
    await expect(world.admin.unsafe(`update ${table} set ${change}`)).rejects.toMatchObject(outOfRange)
  })
})
