import { useLocale } from 'next-intl'
import { cn } from '@/lib/cn.ts'
import { moneyParts } from '@/lib/money-parts.ts'

type PriceProps = {
  /** In the currency's minor unit. */
  amountMinor: number
  currency: string
  /** `always` writes a plus before what is added, as for extras. */
  sign?: 'auto' | 'always'
  /** Lists that name the currency once leave it out. */
  bare?: boolean
  className?: string
}

/** An amount with its currency at 78 % and muted, so that the digits speak. */
export function Price({ amountMinor, currency, sign = 'auto', bare, className }: PriceProps) {
  const { prefix, symbol, digits, symbolLast } = moneyParts({ amountMinor, currency, locale: useLocale() })
  const plus = sign === 'always' && amountMinor > 0 ? '+ ' : prefix
  const mark = bare ? null : <span className="text-[0.78em] font-medium opacity-75">{symbol}</span>
  return (
    <span className={cn('figures whitespace-nowrap', className)}>
      {plus}
      {!symbolLast && mark}
      {!symbolLast && mark && '\u00a0'}
      {digits}
      {symbolLast && mark && '\u00a0'}
      {symbolLast && mark}
    </span>
  )
}
