import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyDecimals } from './currency.ts'
import { type LineToPrice, type PricingRules, priceLine, priceOrder } from './price-order.ts'

const taxes = [
  { taxName: 'IGV', taxRatePpm: 180_000 },
  { taxName: 'IGV', taxRatePpm: 105_000 },
  { taxName: 'Sales tax', taxRatePpm: 88_750 },
  { taxName: 'Exempt', taxRatePpm: 0 },
]

const taxMode = fc.constantFrom('inclusive', 'exclusive')

/** Orders with everyday prices of a currency with 0, 2 or 3 decimals. */
const order = fc.constantFrom('CLP', 'PEN', 'KWD').chain((currency) => {
  const priceMinor = fc.nat({ max: 300 * 10 ** currencyDecimals(currency) })
  const differenceMinor = fc.tuple(priceMinor, fc.constantFrom(1, -1)).map(([minor, sign]) => minor * sign)
  const modifier = fc.record({
    optionId: fc.uuid(),
    unitMinor: differenceMinor,
    quantity: fc.integer({ min: 1, max: 3 }),
  })
  const line = fc
    .record(
      {
        unitMinor: priceMinor,
        quantity: fc.integer({ min: 1, max: 20 }),
        modifiers: fc.array(modifier, { maxLength: 4 }),
        tax: fc.constantFrom(...taxes),
        discountMinor: priceMinor,
      },
      { requiredKeys: ['unitMinor', 'quantity', 'modifiers', 'tax'] },
    )
    .map(({ tax, ...rest }): LineToPrice => ({ ...rest, ...tax }))
  const rules: fc.Arbitrary<PricingRules> = fc.record(
    {
      taxMode,
      serviceChargePpm: fc.constantFrom(0, 100_000, 125_000, 333_333),
      serviceChargeTaxRatePpm: fc.constantFrom(0, 180_000, 210_000),
      orderDiscountMinor: priceMinor,
    },
    { requiredKeys: ['taxMode', 'serviceChargePpm'] },
  )
  return fc.record({ lines: fc.array(line, { maxLength: 8 }), rules })
})

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const dish = (unitMinor: number, rest: Partial<LineToPrice> = {}): LineToPrice => ({
  unitMinor,
  quantity: 1,
  modifiers: [],
  taxName: 'IGV',
  taxRatePpm: 180_000,
  ...rest,
})

describe('a line', () => {
  test('is (unit + modifiers × their quantity) × quantity', () => {
    const modifiers = [
      { optionId: 'sweet-potato', unitMinor: 400, quantity: 2 },
      { optionId: 'no-squid', unitMinor: -150, quantity: 1 },
    ]
    expect(priceLine(dish(4600, { quantity: 3, modifiers }))).toEqual({ unitMinor: 5250, lineMinor: 15_750 })
  })

  test('never falls below 0', () => {
    const modifiers = [{ optionId: 'half', unitMinor: -900, quantity: 1 }]
    expect(priceLine(dish(500, { modifiers }))).toEqual({ unitMinor: 0, lineMinor: 0 })
  })

  test.each([
    { quantity: -1 },
    { quantity: 1.5 },
    { unitMinor: -1 },
    { unitMinor: 0.5 },
    { quantity: Number.MAX_SAFE_INTEGER },
    { modifiers: [{ optionId: 'x', unitMinor: 1, quantity: -1 }] },
  ])('with %j is refused', (wrong) => {
    expect(() => priceLine(dish(100, wrong))).toThrow(RangeError)
  })
})

describe('worked examples', () => {
  test('soles with tax included', () => {
    const lines = [dish(4600, { quantity: 2, modifiers: [{ optionId: 'a', unitMinor: 400, quantity: 1 }] })]
    expect(priceOrder(lines, { taxMode: 'inclusive', serviceChargePpm: 0 })).toEqual({
      lines: [{ unitMinor: 5000, lineMinor: 10_000 }],
      subtotalMinor: 10_000,
      discountMinor: 0,
      serviceChargeMinor: 0,
      taxes: [{ name: 'IGV', ratePpm: 180_000, baseMinor: 8475, taxMinor: 1525 }],
      taxMinor: 1525,
      totalMinor: 10_000,
    })
  })

  test('dollars with service charge and sales tax on top', () => {
    const salesTax = { taxName: 'Sales tax', taxRatePpm: 88_750 }
    const price = priceOrder([dish(1450, salesTax), dish(1100, salesTax)], {
      taxMode: 'exclusive',
      serviceChargePpm: 100_000,
    })
    expect(price).toMatchObject({
      subtotalMinor: 2550,
      serviceChargeMinor: 255,
      taxMinor: 249,
      totalMinor: 3054,
    })
    expect(price.taxes).toEqual([{ name: 'Sales tax', ratePpm: 88_750, baseMinor: 2805, taxMinor: 249 }])
  })

  test('a discount comes off before service charge and tax', () => {
    const price = priceOrder([dish(10_000, { discountMinor: 1000 })], {
      taxMode: 'exclusive',
      serviceChargePpm: 100_000,
      orderDiscountMinor: 1000,
    })
    expect(price).toMatchObject({
      discountMinor: 2000,
      serviceChargeMinor: 800,
      taxMinor: 1584,
      totalMinor: 10_384,
    })
  })

  test('a service charge falls on each rate in proportion to its lines', () => {
    const exempt = { taxName: 'Exempt', taxRatePpm: 0 }
    const price = priceOrder([dish(3000), dish(1000, exempt)], {
      taxMode: 'exclusive',
      serviceChargePpm: 100_000,
    })
    expect(price.taxes).toEqual([
      { name: 'Exempt', ratePpm: 0, baseMinor: 1100, taxMinor: 0 },
      { name: 'IGV', ratePpm: 180_000, baseMinor: 3300, taxMinor: 594 },
    ])
  })

  test('a service charge with a tax rate of its own is taxed at that alone', () => {
    const rules = { taxMode: 'exclusive', serviceChargePpm: 100_000 } as const
    expect(priceOrder([dish(10_000)], { ...rules, serviceChargeTaxRatePpm: 0 }).taxes).toEqual([
      { name: '', ratePpm: 0, baseMinor: 1000, taxMinor: 0 },
      { name: 'IGV', ratePpm: 180_000, baseMinor: 10_000, taxMinor: 1800 },
    ])
    expect(priceOrder([dish(10_000)], { ...rules, serviceChargeTaxRatePpm: 180_000 }).taxes).toEqual([
      { name: 'IGV', ratePpm: 180_000, baseMinor: 11_000, taxMinor: 1980 },
    ])
  })

  test('an order without lines costs nothing', () => {
    const rules = { taxMode: 'exclusive', serviceChargePpm: 100_000, orderDiscountMinor: 500 } as const
    expect(priceOrder([], rules)).toMatchObject({ discountMinor: 0, taxes: [], totalMinor: 0 })
  })
})

describe('every order', () => {
  test('costs what exact rational arithmetic says', () => {
    fc.assert(
      fc.property(order, ({ lines, rules }) => {
        const { subtotalMinor, discountMinor, serviceChargeMinor, taxMinor, totalMinor } = priceOrder(
          lines,
          rules,
        )
        expect({ subtotalMinor, discountMinor, serviceChargeMinor, taxMinor, totalMinor }).toEqual(
          priceByFractions(lines, rules),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('adds up: lines to the subtotal, taxes to the tax, bases and taxes to the total', () => {
    fc.assert(
      fc.property(order, ({ lines, rules }) => {
        const price = priceOrder(lines, rules)
        const addedTaxMinor = rules.taxMode === 'exclusive' ? price.taxMinor : 0
        expect(sum(price.lines.map((line) => line.lineMinor))).toBe(price.subtotalMinor)
        expect(sum(price.taxes.map((tax) => tax.taxMinor))).toBe(price.taxMinor)
        expect(sum(price.taxes.map((tax) => tax.baseMinor + tax.taxMinor))).toBe(price.totalMinor)
        expect(price.subtotalMinor - price.discountMinor + price.serviceChargeMinor + addedTaxMinor).toBe(
          price.totalMinor,
        )
      }),
    )
  })

  test('has only amounts of 0 or more', () => {
    fc.assert(
      fc.property(order, ({ lines, rules }) => {
        const { lines: priced, taxes: entries, ...amounts } = priceOrder(lines, rules)
        const all = [...priced, ...entries.map(({ name: _, ...entry }) => entry), amounts].flatMap(
          Object.values,
        )
        for (const amount of all) expect(amount).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('costs the same whatever the order of its lines', () => {
    const shuffled = order.chain(({ lines, rules }) =>
      fc.record({
        lines: fc.constant(lines),
        rules: fc.constant(rules),
        reordered: fc.shuffledSubarray(lines, { minLength: lines.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ lines, rules, reordered }) => {
        const { lines: _, ...expected } = priceOrder(lines, rules)
        expect(priceOrder(reordered, rules)).toMatchObject(expected)
      }),
    )
  })

  // Another dish moves service charge between rates, where rounding can take 1 from each; a dish costs more than that.
  test('costs no less with another dish, as long as that costs a minor unit per tax rate', () => {
    const another = fc.record({
      unitMinor: fc.integer({ min: taxes.length + 1, max: 30_000 }),
      tax: fc.constantFrom(...taxes),
    })
    fc.assert(
      fc.property(order, another, ({ lines, rules }, { unitMinor, tax }) => {
        const more = [...lines, dish(unitMinor, tax)]
        expect(priceOrder(more, rules).totalMinor).toBeGreaterThanOrEqual(priceOrder(lines, rules).totalMinor)
      }),
      { numRuns: 500 },
    )
  })
})

/** The same rule written a second time, on fractions of big integers and with seats given out one by one. */
function priceByFractions(lines: readonly LineToPrice[], rules: PricingRules) {
  const big = (value = 0) => BigInt(value)
  const round = (numerator: bigint, denominator: bigint) =>
    numerator / denominator + ((numerator % denominator) * 2n >= denominator ? 1n : 0n)
  const million = 1_000_000n

  let subtotal = 0n
  const amounts = new Map<string, bigint>()
  for (const line of lines) {
    let unit = big(line.unitMinor)
    for (const modifier of line.modifiers) unit += big(modifier.unitMinor) * big(modifier.quantity)
    const gross = unit > 0n ? unit * big(line.quantity) : 0n
    const net = gross > big(line.discountMinor) ? gross - big(line.discountMinor) : 0n
    const key = `${String(line.taxRatePpm).padStart(7, '0')}|${line.taxName}`
    subtotal += gross
    amounts.set(key, (amounts.get(key) ?? 0n) + net)
  }
  const weights = [...amounts].sort(([a], [b]) => (a < b ? -1 : 1))
  const linesNet = weights.reduce((total, [, amount]) => total + amount, 0n)
  const net = linesNet > big(rules.orderDiscountMinor) ? linesNet - big(rules.orderDiscountMinor) : 0n
  const service = round(net * big(rules.serviceChargePpm), million)

  const spread = rules.serviceChargeTaxRatePpm === undefined ? net + service : net
  const bases = weights.map(([key, weight]) => ({
    rate: BigInt(key.slice(0, 7)),
    amount: linesNet === 0n ? 0n : (spread * weight) / linesNet,
    owed: linesNet === 0n ? 0n : (spread * weight) % linesNet,
  }))
  for (let left = spread - bases.reduce((total, base) => total + base.amount, 0n); left > 0n; left -= 1n) {
    const neediest = bases.reduce((best, base) => (base.owed > best.owed ? base : best))
    neediest.amount += 1n
    neediest.owed -= linesNet
  }
  if (rules.serviceChargeTaxRatePpm !== undefined) {
    const rate = big(rules.serviceChargeTaxRatePpm)
    const own = bases.find((base) => base.rate === rate)
    if (own) own.amount += service
    else bases.push({ rate, amount: service, owed: 0n })
  }
  const tax = bases.reduce((total, { rate, amount }) => {
    const divisor = rules.taxMode === 'exclusive' ? million : million + rate
    return total + round(amount * rate, divisor)
  }, 0n)
  return {
    subtotalMinor: Number(subtotal),
    discountMinor: Number(subtotal - net),
    serviceChargeMinor: Number(service),
    taxMinor: Number(tax),
    totalMinor: Number(net + service + (rules.taxMode === 'exclusive' ? tax : 0n)),
  }
}
