import { useLocale } from 'next-intl'
import { cn } from '@/lib/cn.ts'
import { moneyParts } from '@/lib/format-money.ts'

type PriceProps = {
  /** In the currency's minor unit. */
  amountMinor: number
  currency: string
  /** Writes a plus before what is added, as for extras. */
  added?: boolean
  /** Without the currency, in lists that name it once. */
  bare?: boolean
  className?: string
}

/** An amount with its currency at 78 % and muted, so that the digits speak. */
export function Price({ amountMinor, currency, added, bare, className }: PriceProps) {
  const { symbol, amount, symbolFirst } = moneyParts({ amountMinor, currency, locale: useLocale() })
  const mark = bare ? null : <span className="text-[0.78em] font-medium opacity-75">{symbol}</span>
  return (
    <span className={cn('figures whitespace-nowrap', className)}>
      {added && amountMinor > 0 && '+\u00a0'}
      {mark && symbolFirst && <>{mark}&nbsp;</>}
      {amount}
      {mark && !symbolFirst && <>&nbsp;{mark}</>}
    </span>
  )
}
