import { mulDivHalfUp } from './round-half-up.ts'
import { requireInteger, requireNatural, sumExact } from './safe-integer.ts'
import { splitByLargestRemainder } from './split-by-largest-remainder.ts'

/** A chosen option; its unit price may be negative, its quantity counts per unit of the dish. */
export type PricedModifier = { optionId: string; unitMinor: number; quantity: number }

export type LineToPrice = {
  unitMinor: number
  quantity: number
  modifiers: PricedModifier[]
  taxRatePpm: number
  taxName: string
  discountMinor?: number
}

export type PricingRules = {
  taxMode: 'inclusive' | 'exclusive'
  serviceChargePpm: number
  /**
   * Taxes the whole service charge at this rate (0 where it is exempt) instead of at its dishes' rates. Its entry takes
   * the name that lines give to the rate; without such a line the name is empty.
   */
  serviceChargeTaxRatePpm?: number
  orderDiscountMinor?: number
}

/** `unitMinor` includes the modifiers; `lineMinor` is before discounts. */
export type PricedLine = { unitMinor: number; lineMinor: number }

/** `baseMinor` excludes the tax in both modes, so that bases and taxes sum to the order's total. */
export type OrderTax = { name: string; ratePpm: number; baseMinor: number; taxMinor: number }

export type OrderPrice = {
  lines: PricedLine[]
  subtotalMinor: number
  discountMinor: number
  serviceChargeMinor: number
  taxes: OrderTax[]
  taxMinor: number
  totalMinor: number
}

type Taxable = { name: string; ratePpm: number; amountMinor: number }

const million = 1_000_000

/** (unit + modifiers) × quantity, never below 0. Throws a RangeError for a negative price or quantity. */
export function priceLine(line: Omit<LineToPrice, 'taxRatePpm' | 'taxName'>): PricedLine {
  const modifiersMinor = line.modifiers.map(({ unitMinor, quantity }) => unitMinor * requireNatural(quantity))
  const unitMinor = Math.max(0, sumExact([requireNatural(line.unitMinor), ...modifiersMinor]))
  return { unitMinor, lineMinor: requireInteger(unitMinor * requireNatural(line.quantity)) }
}

/**
 * Prices an order: lines → discounts → service charge on what is left → tax per rate, each step rounded half up once.
 * Discounts stop at what they reduce. The order's discount and the service charge fall on the tax rates in proportion
 * to their lines, by largest remainder. Amounts are in minor units; a RangeError where one is not a safe integer.
 */
export function priceOrder(lines: readonly LineToPrice[], rules: PricingRules): OrderPrice {
  const priced = lines.map(priceLine)
  const subtotalMinor = sumExact(priced.map(({ lineMinor }) => lineMinor))
  const taxables = mergeTaxables(lines.map(toTaxable))
  const linesNetMinor = sumExact(taxables.map(({ amountMinor }) => amountMinor))
  const netMinor = linesNetMinor - Math.min(requireNatural(rules.orderDiscountMinor ?? 0), linesNetMinor)
  const serviceChargeMinor = mulDivHalfUp(netMinor, requireNatural(rules.serviceChargePpm), million)
  const taxes = spread(taxables, netMinor, serviceChargeMinor, rules).map((taxable) =>
    toTax(taxable, rules.taxMode),
  )
  const taxMinor = sumExact(taxes.map((tax) => tax.taxMinor))
  return {
    lines: priced,
    subtotalMinor,
    discountMinor: subtotalMinor - netMinor,
    serviceChargeMinor,
    taxes,
    taxMinor,
    totalMinor: sumExact([netMinor, serviceChargeMinor, rules.taxMode === 'exclusive' ? taxMinor : 0]),
  }
}

function toTaxable(line: LineToPrice): Taxable {
  const { lineMinor } = priceLine(line)
  const discountMinor = Math.min(requireNatural(line.discountMinor ?? 0), lineMinor)
  return {
    name: line.taxName,
    ratePpm: requireNatural(line.taxRatePpm),
    amountMinor: lineMinor - discountMinor,
  }
}

/** One entry per rate and name, in an order that does not depend on that of the lines. */
function mergeTaxables(taxables: readonly Taxable[]): Taxable[] {
  const merged = new Map<string, Taxable>()
  for (const { name, ratePpm, amountMinor } of taxables) {
    const key = `${ratePpm} ${name}`
    const sumMinor = sumExact([merged.get(key)?.amountMinor ?? 0, amountMinor])
    merged.set(key, { name, ratePpm, amountMinor: sumMinor })
  }
  return [...merged.values()].sort((a, b) => a.ratePpm - b.ratePpm || (a.name < b.name ? -1 : 1))
}

/** What each rate taxes, after the order's discount and with the service charge. */
function spread(
  taxables: Taxable[],
  netMinor: number,
  serviceChargeMinor: number,
  rules: PricingRules,
): Taxable[] {
  const ratePpm = rules.serviceChargeTaxRatePpm
  if (ratePpm === undefined) return spreadAmount(taxables, netMinor + serviceChargeMinor)
  const lines = spreadAmount(taxables, netMinor)
  if (serviceChargeMinor === 0) return lines
  const name = lines.find((taxable) => taxable.ratePpm === ratePpm)?.name ?? ''
  return mergeTaxables([
    ...lines,
    { name, ratePpm: requireNatural(ratePpm), amountMinor: serviceChargeMinor },
  ])
}

function spreadAmount(taxables: Taxable[], amountMinor: number): Taxable[] {
  const weights = taxables.map((taxable) => taxable.amountMinor)
  const shares = splitByLargestRemainder(amountMinor, weights)
  return taxables.map((taxable, index) => ({ ...taxable, amountMinor: shares[index] ?? 0 }))
}

function toTax({ name, ratePpm, amountMinor }: Taxable, taxMode: PricingRules['taxMode']): OrderTax {
  if (taxMode === 'exclusive') {
    return { name, ratePpm, baseMinor: amountMinor, taxMinor: mulDivHalfUp(amountMinor, ratePpm, million) }
  }
  const taxMinor = mulDivHalfUp(amountMinor, ratePpm, million + ratePpm)
  return { name, ratePpm, baseMinor: amountMinor - taxMinor, taxMinor }
}
