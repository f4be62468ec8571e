type MoneyInput = { amountMinor: number; currency: string; locale: string }

/** Where a currency is at home decides its symbol and how its digits are grouped. */
const homes: Record<string, { country: string; symbol: string }> = {
  ARS: { country: 'AR', symbol: '$' },
  BOB: { country: 'BO', symbol: 'Bs' },
  BRL: { country: 'BR', symbol: 'R$' },
  CLP: { country: 'CL', symbol: '$' },
  COP: { country: 'CO', symbol: '$' },
  EUR: { country: 'ES', symbol: '€' },
  GBP: { country: 'GB', symbol: '£' },
  JPY: { country: 'JP', symbol: '¥' },
  MXN: { country: 'MX', symbol: '$' },
  PEN: { country: 'PE', symbol: 'S/' },
  USD: { country: 'US', symbol: '$' },
}

/** An amount taken apart for display. Digits always show all of the currency's decimals. */
export function moneyParts({ amountMinor, currency, locale }: MoneyInput) {
  const home = homes[currency]
  const format = new Intl.NumberFormat(home ? `${locale}-${home.country}` : locale, { style: 'currency', currency })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  const parts = format.formatToParts(Math.abs(amountMinor) / 10 ** decimals)
  const at = parts.findIndex((part) => part.type === 'currency')
  return {
    prefix: amountMinor < 0 ? '\u2212' : '',
    symbol: home?.symbol ?? parts[at]?.value ?? currency,
    digits: parts.filter(isDigits).map((part) => part.value).join(''),
    symbolLast: at > 0,
  }
}

function isDigits({ type }: Intl.NumberFormatPart): boolean {
  return type === 'integer' || type === 'group' || type === 'decimal' || type === 'fraction'
}
