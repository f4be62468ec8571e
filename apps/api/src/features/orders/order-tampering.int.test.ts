import { randomUUID } from 'node:crypto'
import { order } from '@repo/config/limits'
import { dishes, modifierOptions, orders } from '@repo/db/schema'
import { Order, OrderLine, OrderLineInput, OrderModifier, PlaceOrderInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { withoutLimits } from '../../testing/without-limits.ts'

let t: TestApp
let tenant: Tenant
let other: Tenant
let token: string
beforeAll(async () => {
  t = await createTestApp()
  withoutLimits(t)
  tenant = await t.createTenant()
  other = await t.createTenant()
  token = (await t.joinTable(tenant)).token
})
afterAll(() => t.close())

const place = (json: unknown) =>
  t.call('POST', '/api/customer/orders', { token, json, headers: { 'idempotency-key': randomUUID() } })
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
/** What a reply shows and a request must not decide. */
const serverOnly = (shown: object, taken: object) =>
  [...Object.keys(shown), ...alsoTried].filter((key) => !Object.hasOwn(taken, key))

test('the cart that the others are made from is ordered', async () => {
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

  test.each(['hidden', 'sold_out'])('with a dish that is %s', async (availability) => {
    const set = (to: string) =>
      t.deps.gateway.run(asStaff(), ({ db }) =>
        db.update(dishes).set({ availability: to }).where(eq(dishes.id, tenant.dishes.soup)),
      )
    await set(availability)
    const before = await countOrders()
    expect((await place(body({ dishId: tenant.dishes.soup, quantity: 1, modifiers: [] }))).status).toBe(409)
    expect(await countOrders()).toBe(before)
    await set('available')
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
