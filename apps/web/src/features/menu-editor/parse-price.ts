import { currencyDecimals } from '@repo/schemas/rules'

/** What somebody typed ("48", "48.5", "48,50") in minor units; undefined when it is not a price in this currency. */
export function parsePrice(text: string, currency: string): number | undefined {
  const decimals = currencyDecimals(currency)
  const match = /^(\d{1,7})(?:[.,](\d+))?$/.exec(text.trim())
  const [, whole = '', fraction = ''] = match ?? []
  if (!match || fraction.length > decimals) return undefined
  return Number(whole + fraction.padEnd(decimals, '0'))
}

/** Minor units as plain text for an input. */
export function formatPriceInput(amountMinor: number, currency: string): string {
  return (amountMinor / 10 ** currencyDecimals(currency)).toFixed(currencyDecimals(currency))
}
