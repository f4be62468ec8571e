import { randomUUID } from 'node:crypto'
import { uuidv7 } from '@repo/auth'
import type { Order, PlaceOrderInput } from '@repo/schemas/contract'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { seededRandom } from '../../testing/seeded-random.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'
import { withoutLimits } from '../../testing/without-limits.ts'

type Terms = { taxMode: 'inclusive' | 'exclusive'; ratePpm: bigint; drinksPpm: bigint; servicePpm: bigint }
type Line = PlaceOrderInput['lines'][number]

const cartsPerBranch = 250
const million = 1_000_000n
const branches: Terms[] = [
  { taxMode: 'inclusive', ratePpm: 180_000n, drinksPpm: 180_000n, servicePpm: 0n },
  { taxMode: 'inclusive', ratePpm: 105_000n, drinksPpm: 210_000n, servicePpm: 100_000n },
  { taxMode: 'exclusive', ratePpm: 88_750n, drinksPpm: 0n, servicePpm: 125_000n },
  { taxMode: 'exclusive', ratePpm: 70_001n, drinksPpm: 199_999n, servicePpm: 33_333n },
]
const prices = { soup: 2_537n, beef: 4_811n, tea: 903n, egg: 317n, rice: -151n, mild: 0n, hot: 49n }

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  withoutLimits(t)
})
afterAll(() => t.close())

/** A branch on those terms, with odd prices and drinks of a tax rate of their own. */
async function openBranch({ taxMode, ratePpm, drinksPpm, servicePpm }: Terms): Promise<Tenant> {
  const tenant = await t.createTenant({ taxMode, taxRatePpm: Number(ratePpm) })
  const { organizationId: organization_id, branchId: branch_id, dishes, heat, extras } = tenant
  const drinks = { id: uuidv7(), organization_id, branch_id, name: 'Drinks', rate_ppm: Number(drinksPpm) }
  await t.admin`insert into tax_rates ${t.admin(drinks)}`
  await t.admin`update dishes set tax_rate_id = ${drinks.id} where id = ${dishes.tea}`
  await t.admin`update branches set service_charge_ppm = ${Number(servicePpm)} where id = ${branch_id}`
  for (const [table, id, priceMinor] of [
    ['dishes', dishes.soup, prices.soup],
    ['dishes', dishes.beef, prices.beef],
    ['dishes', dishes.tea, prices.tea],
    ['modifier_options', heat.hot, prices.hot],
    ['modifier_options', extras.egg, prices.egg],
    ['modifier_options', extras.rice, prices.rice],
  ] as const)
    await t.admin`update ${t.admin(table)} set price_minor = ${Number(priceMinor)} where id = ${id}`
  return tenant
}

const random = seededRandom(20_261_121)

function randomLine({ dishes, heat, extras }: Tenant): Line {
  const quantity = 1 + random(20)
  const dishId = [dishes.soup, dishes.beef, dishes.tea][random(3)] ?? dishes.soup
  if (dishId !== dishes.beef) return { dishId, quantity, modifiers: [] }
  const modifiers = [{ optionId: random(2) === 0 ? heat.mild : heat.hot, quantity: 1 }]
  const eggs = random(3)
  if (eggs > 0) modifiers.push({ optionId: extras.egg, quantity: eggs })
  if (random(2) === 0) modifiers.push({ optionId: extras.rice, quantity: 1 })
  return { dishId, quantity, modifiers }
}

/** What a cart costs, computed independently: exact fractions, each step rounded half up once. */
function calculate(lines: readonly Line[], { dishes, heat, extras }: Tenant, terms: Terms) {
  const priceOf = new Map([
    [dishes.soup, prices.soup],
    [dishes.beef, prices.beef],
    [dishes.tea, prices.tea],
    [heat.mild, prices.mild],
    [heat.hot, prices.hot],
    [extras.egg, prices.egg],
    [extras.rice, prices.rice],
  ])
  const price = (id: string) => priceOf.get(id) ?? 0n
  let food = 0n
  let drinks = 0n
  for (const { dishId, quantity, modifiers } of lines) {
    let unit = price(dishId)
    for (const modifier of modifiers) unit += price(modifier.optionId) * BigInt(modifier.quantity)
    if (dishId === dishes.tea) drinks += unit * BigInt(quantity)
    else food += unit * BigInt(quantity)
  }
  const subtotal = food + drinks
  const service = halfUp(subtotal * terms.servicePpm, million)
  const [taxedFood, taxedDrinks] = share(subtotal + service, food, drinks, terms)
  const taxOf = (amount: bigint, ppm: bigint) =>
    halfUp(amount * ppm, terms.taxMode === 'inclusive' ? million + ppm : million)
  const tax = taxOf(taxedFood, terms.ratePpm) + taxOf(taxedDrinks, terms.drinksPpm)
  const total = subtotal + service + (terms.taxMode === 'exclusive' ? tax : 0n)
  return { subtotal, service, tax, total }
}

/** The unit that is left over goes to the larger remainder, and to the lower rate on a tie. */
function share(
  amount: bigint,
  food: bigint,
  drinks: bigint,
  { ratePpm, drinksPpm }: Terms,
): [bigint, bigint] {
  const whole = food + drinks
  const [rest, other] = [(amount * food) % whole, (amount * drinks) % whole]
  const left = amount - (amount * food) / whole - (amount * drinks) / whole
  const toFood = rest > other || (rest === other && ratePpm <= drinksPpm)
  return [(amount * food) / whole + (toFood ? left : 0n), (amount * drinks) / whole + (toFood ? 0n : left)]
}

const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (2n * numerator + denominator) / (2n * denominator)

test('random carts cost exactly what an independent calculator says', async ({ task }) => {
  let compared = 0
  for (const terms of branches) {
    const tenant = await openBranch(terms)
    const { token } = await t.joinTable(tenant)
    const order = async (lines: Line[], total: number) =>
      t.call('POST', '/api/customer/orders', {
        token,
        json: { lines, expectedTotalMinor: total },
        headers: { 'idempotency-key': randomUUID() },
      })
    for (let cart = 0; cart < cartsPerBranch; cart++) {
      const lines = Array.from({ length: 1 + random(6) }, () => randomLine(tenant))
      const { subtotal, service, tax, total } = calculate(lines, tenant, terms)
      const wrong = await order(lines, Number(total) + 1)
      expect(wrong).toMatchObject({
        status: 409,
        body: { code: 'PRICE_CHANGED', quote: { totalMinor: Number(total) } },
      })
      const { status, body } = await order(lines, Number(total))
      const { subtotalMinor, serviceChargeMinor, taxMinor, totalMinor } = body as unknown as Order
      expect(status).toBe(201)
      expect([subtotalMinor, serviceChargeMinor, taxMinor, totalMinor].map(BigInt)).toEqual([
        subtotal,
        service,
        tax,
        total,
      ])
      compared += 1
      // A table takes a bounded number of orders that are not served yet.
      if (compared % 50 === 0) await t.admin`update orders set state = 'served' where state <> 'served'`
    }
    process.stdout.write(`  ${compared} carts\n`)
  }
  const [rows] = await t.admin<{ orders: number }[]>`select count(*) as orders from orders`
  expect(rows?.orders).toBe(compared)
  reportFigure(task, 'carts', compared)
  expect(compared).toBe(branches.length * cartsPerBranch)
}, 300_000)
