import { splitMoney } from '@repo/schemas/rules'

type Money = { amountMinor: number; currency: string; locale: string }

/** Digits as the currency's country writes them: ISO 4217 codes begin with the country. */
export function moneyParts({ amountMinor, currency, locale }: Money) {
  return splitMoney(amountMinor, currency, `${locale}-${currency.slice(0, 2)}`)
}

/** An amount as one string, for labels and messages: "S/ 48.00", "48,00 €". */
export function formatMoney(money: Money): string {
  const { symbol, amount, symbolFirst } = moneyParts(money)
  return symbolFirst ? `${symbol}\u00a0${amount}` : `${amount}\u00a0${symbol}`
}
