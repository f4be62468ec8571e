import { randomUUID } from 'node:crypto'
import { order } from '@repo/config/limits'
import { connect } from '@repo/db'
import { dishes, menuCategories, modifierOptions, orders } from '@repo/db/schema'
import { Order, OrderLine, OrderLineInput, OrderModifier, PlaceOrderInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { withoutLimits } from '../../testing/without-limits.ts'

let t: TestApp
let tenant: Tenant
let other: Tenant
let sister: Tenant
let token: string
beforeAll(async () => {
  t = await createTestApp()
  withoutLimits(t)
  tenant = await t.createTenant()
  other = await t.createTenant()
  sister = await t.createTenant({ organizationId: tenant.organizationId })
  token = (await t.joinTable(tenant)).token
})
afterAll(() => t.close())

const place = (json: unknown, as = token) =>
  t.call('POST', '/api/customer/orders', { token: as, json, headers: { 'idempotency-key': randomUUID() } })
const asStaff = () =>
  ({
    kind: 'staff',
    organizationId: tenant.organizationId,
    branchId: tenant.branchId,
    userId: tenant.branchId,
  }) as const
const countOrders = () => t.deps.gateway.run(asStaff(), ({ db }) => db.$count(orders))

const modifier = (optionId = tenant.heat.mild, quantity: unknown = 1) => ({ optionId, quantity })
const beef = (changed: object = {}) => ({
  dishId: tenant.dishes.beef,
  quantity: 1,
  modifiers: [modifier()],
  ...changed,
})
const body = (...lines: unknown[]) => ({ lines, expectedTotalMinor: 4_800 })

const alsoTried = [
  'price',
  'total',
  'discount',
  'tax',
  'status',
  'orgId',
  'role',
  'isSuperUser',
  'currency',
  'coupon',
  'unitPrice',
]
/** Fields that a reply shows and a request must not set. */
const serverOnly = (shown: object, taken: object) =>
  [...Object.keys(shown), ...alsoTried].filter((key) => !Object.hasOwn(taken, key))

test('the cart that the tampered ones are made from is accepted', async () => {
  expect(await place(body(beef()))).toMatchObject({ status: 201, body: { totalMinor: 4_800 } })
})

describe('nothing that the server decides can be sent along', () => {
  const unknown = async (json: unknown, field: string) => {
    const before = await countOrders()
    const reply = await place(json)
    expect
      .soft(reply, field)
      .toMatchObject({ status: 400, body: { code: 'UNKNOWN_FIELD', errors: [{ field }] } })
    expect.soft(await countOrders(), field).toBe(before)
  }

  test('with the order', async () => {
    for (const key of serverOnly(Order.shape, PlaceOrderInput.shape))
      await unknown({ ...body(beef()), [key]: 1 }, key)
  })

  test('with a line', async () => {
    for (const key of serverOnly(OrderLine.shape, OrderLineInput.shape))
      await unknown(body(beef({ [key]: 1 })), `lines.0.${key}`)
  })

  test('with a modifier', async () => {
    for (const key of serverOnly(OrderModifier.shape, modifier()))
      await unknown(body(beef({ modifiers: [{ ...modifier(), [key]: 1 }] })), `lines.0.modifiers.0.${key}`)
  })
})

describe('an order is refused and leaves nothing behind', () => {
  const cases: [string, number, string, () => unknown][] = [
    ...[0, -1, 1.5, order.maxQuantity + 1, 1e9, '2', null, Number.NaN, true, [1]].map(
      (quantity): (typeof cases)[number] => [
        `with quantity ${JSON.stringify(quantity)}`,
        400,
        'VALIDATION_FAILED',
        () => body(beef({ quantity })),
      ],
    ),
    ...[0, -1, 1.5, 1e9, '2'].map((quantity): (typeof cases)[number] => [
      `with a modifier ${JSON.stringify(quantity)} times`,
      400,
      'VALIDATION_FAILED',
      () => body(beef({ modifiers: [modifier(tenant.heat.mild, quantity)] })),
    ]),
    [
      'with the same modifier twice',
      400,
      'MODIFIER_QUANTITY',
      () => body(beef({ modifiers: [modifier(), modifier()] })),
    ],
    [
      'with a modifier of another restaurant',
      400,
      'MODIFIER_UNKNOWN',
      () => body(beef({ modifiers: [modifier(other.heat.mild)] })),
    ],
    [
      'with a modifier of another dish',
      400,
      'MODIFIER_UNKNOWN',
      () => body({ dishId: tenant.dishes.soup, quantity: 1, modifiers: [modifier()] }),
    ],
    [
      'with more choices than allowed',
      400,
      'MODIFIER_TOO_MANY',
      () => body(beef({ modifiers: [modifier(), modifier(tenant.heat.hot)] })),
    ],
    [
      'with more of an extra than allowed',
      400,
      'MODIFIER_QUANTITY',
      () => body(beef({ modifiers: [modifier(), modifier(tenant.extras.egg, 3)] })),
    ],
    [
      'with a dish of another branch',
      409,
      'DISH_UNAVAILABLE',
      () => body(beef({ dishId: sister.dishes.beef })),
    ],
    ['without a choice that is asked for', 400, 'MODIFIER_REQUIRED', () => body(beef({ modifiers: [] }))],
    [
      'with more lines than allowed',
      400,
      'VALIDATION_FAILED',
      () => body(...Array.from({ length: order.maxLines + 1 }, () => beef())),
    ],
    ['with a long note', 400, 'VALIDATION_FAILED', () => ({ ...body(beef()), note: 'x'.repeat(5_001) })],
    [
      'with a dish of another restaurant',
      409,
      'DISH_UNAVAILABLE',
      () => body(beef({ dishId: other.dishes.beef })),
    ],
    [
      'with a total that is not whole',
      400,
      'VALIDATION_FAILED',
      () => ({ ...body(beef()), expectedTotalMinor: 4_800.5 }),
    ],
    ['with a total of its own', 409, 'PRICE_CHANGED', () => ({ ...body(beef()), expectedTotalMinor: 1 })],
  ]
  test.each(cases)('%s', async (_, status, code, json) => {
    const before = await countOrders()
    expect(await place(json())).toMatchObject({ status, body: { code } })
    expect(await countOrders()).toBe(before)
  })

  test.each([
    ['that is hidden', 'DISH_UNAVAILABLE', dishes, { availability: 'hidden' }, () => tenant.dishes.soup],
    ['that is sold out', 'SOLD_OUT', dishes, { availability: 'sold_out' }, () => tenant.dishes.soup],
    [
      'of a part of the menu that is not published',
      'DISH_UNAVAILABLE',
      menuCategories,
      { published: false },
      () => tenant.categoryId,
    ],
  ] as const)('with a dish %s', async (_, code, table, changed, id) => {
    const soup = {
      lines: [{ dishId: tenant.dishes.soup, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 2_500,
    }
    const set = (values: object) =>
      t.deps.gateway.run(asStaff(), ({ db }) => db.update(table).set(values).where(eq(table.id, id())))
    await set(changed)
    const before = await countOrders()
    expect(await place(soup)).toMatchObject({ status: 409, body: { code } })
    expect(await countOrders()).toBe(before)
    await set({ availability: 'available', published: true })
    expect((await place(soup)).status).toBe(201)
  })

  test('when the table is closed while the order is under way', async () => {
    const guest = await t.joinTable(tenant, 1)
    const admin = connect({ url: t.testDatabase.adminUrl, poolMax: 2 })
    const waiting = () => admin`select from pg_locks where not granted`
    let placing: ReturnType<typeof place> | undefined
    await admin.begin(async (sql) => {
      await sql`update table_sessions set state = 'closed', closed_at = now() where id = ${guest.sessionId}`
      placing = place(body(beef()), guest.token)
      await expect.poll(waiting).toHaveLength(1)
    })
    expect(await placing).toMatchObject({ status: 409, body: { code: 'SESSION_CLOSED' } })
    const [row] = await admin<{ orders: number }[]>`
      select count(*) as orders from orders where session_id = ${guest.sessionId}`
    expect(row?.orders).toBe(0)
    await admin.end()
  })

  test('when a price changed since it was seen, with the new one', async () => {
    const charge = (priceMinor: number) =>
      t.deps.gateway.run(asStaff(), ({ db }) =>
        db.update(modifierOptions).set({ priceMinor }).where(eq(modifierOptions.id, tenant.heat.mild)),
      )
    await charge(250)
    const before = await countOrders()
    const reply = await place(body(beef()))
    expect(reply).toMatchObject({
      status: 409,
      body: { code: 'PRICE_CHANGED', quote: { totalMinor: 5_050 } },
    })
    expect(await countOrders()).toBe(before)
    await charge(0)
  })
})
