import { moneyParts } from './money-parts.ts'

/** An amount as one string, for labels and messages: "S/ 48.00", "48,00 €". */
export function formatMoney(amount: Parameters<typeof moneyParts>[0]): string {
  const { prefix, symbol, digits, symbolLast } = moneyParts(amount)
  return prefix + (symbolLast ? `${digits}\u00a0${symbol}` : `${symbol}\u00a0${digits}`)
}
