'use client'

import type { Order } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Price } from '@/components/ui/price.tsx'

/** How the sum came about, as the server priced it. */
export function OrderTotals({ order }: { order: Order }) {
  const t = useTranslations('staffBoard.sum')
  const { currency } = order
  const beforeTaxMinor = order.subtotalMinor - order.discountMinor + order.serviceChargeMinor
  const isTaxIncluded = beforeTaxMinor === order.totalMinor
  const price = (amountMinor: number) => <Price bare amountMinor={amountMinor} currency={currency} />
  return (
    <dl className="grid gap-1 text-muted-foreground">
      <Row label={t('dishes')}>{price(order.subtotalMinor)}</Row>
      {order.discountMinor > 0 && <Row label={t('discount')}>−{price(order.discountMinor)}</Row>}
      {order.serviceChargeMinor > 0 && <Row label={t('service')}>{price(order.serviceChargeMinor)}</Row>}
      {order.taxes.map((tax) => (
        <Row
          key={`${tax.name} ${tax.ratePpm}`}
          label={isTaxIncluded ? t('included', { tax: tax.name }) : tax.name}
        >
          {price(tax.taxMinor)}
        </Row>
      ))}
      <div className="flex items-baseline justify-between gap-3 pt-1 text-ink">
        <dt className="type-label">{t('total')}</dt>
        <dd>
          <Price className="type-section" amountMinor={order.totalMinor} currency={currency} />
        </dd>
      </div>
    </dl>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex items-baseline justify-between gap-3">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
