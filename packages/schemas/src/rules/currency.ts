/** ISO 4217 codes of currencies that people pay with: no funds, metals or test codes. */
const currencyCodes =
  'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP ' +
  'CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG ' +
  'HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL ' +
  'MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR ' +
  'RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD ' +
  'TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG'

// ISO 4217, not Intl: CLDR drops the decimals that some countries stopped using in cash.
const withoutDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'
const withThreeDecimals = 'BHD IQD JOD KWD LYD OMR TND'

/** Narrow symbols that CLDR lacks outside of the currency's own country. */
const localSymbols: Readonly<Record<string, string>> = { PAB: 'B/.', PEN: 'S/', VES: 'Bs.' }

const formats = new Map<string, Intl.NumberFormat>()

/** Whether the text is an ISO 4217 code, in capitals, of a currency that people pay with. */
export function isCurrencyCode(code: string): boolean {
  return isListed(code, currencyCodes)
}

/** Decimals of the currency's minor unit by ISO 4217: 0, 2 or 3. */
export function currencyDecimals(currency: string): 0 | 2 | 3 {
  if (isListed(currency, withoutDecimals)) return 0
  return isListed(currency, withThreeDecimals) ? 3 : 2
}

export type MoneyParts = { symbol: string; amount: string; symbolFirst: boolean }

/** Symbol and amount of a sum for display, always with all of the currency's decimals, in the locale's order. */
export function splitMoney(amountMinor: number, currency: string, locale: string): MoneyParts {
  // As decimal text, because a double does not hold every amount to the last cent.
  const value = `${amountMinor}E-${currencyDecimals(currency)}` as Intl.StringNumericLiteral
  const parts = formatOf(currency, locale).formatToParts(value)
  const types = parts.map(({ type }) => type)
  const textOf = (isWanted: (type: string) => boolean) =>
    parts.flatMap(({ type, value }) => (isWanted(type) ? value : [])).join('')
  const symbol = textOf((type) => type === 'currency')
  return {
    symbol: symbol === currency ? (localSymbols[currency] ?? symbol) : symbol,
    amount: textOf((type) => type !== 'currency' && type !== 'literal'),
    symbolFirst: types.indexOf('currency') < types.indexOf('integer'),
  }
}

function isListed(code: string, codes: string): boolean {
  return /^[A-Z]{3}$/.test(code) && codes.includes(code)
}

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`
  const digits = currencyDecimals(currency)
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  formats.set(key, format)
  return format
}
