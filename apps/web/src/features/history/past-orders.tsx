'use client'

import { unwrap } from '@repo/api-client'
import type { Customer, History } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Price } from '@/components/ui/price.tsx'
import { guestApi } from '@/stores/guest-session.ts'
import { type Fault, faultOf } from './fault-of.ts'

type PastOrdersProps = {
  customer: Customer
  orders: History['orders']
  /** Shows earlier ones, if there are any. */
  onMore: (() => Promise<void>) | undefined
  onChanged: () => void
}

/** What was ordered so far, and the ways out: for this phone, or for good. */
export function PastOrders({ customer, orders, onMore, onChanged }: PastOrdersProps) {
  const t = useTranslations('orders.history')
  const common = useTranslations('common')
  const format = useFormatter()
  const [isLoading, setIsLoading] = useState(false)
  async function showMore(load: () => Promise<void>): Promise<void> {
    setIsLoading(true)
    await load()
    setIsLoading(false)
  }
  return (
    <>
      <p role="status">{t('known', { name: customer.name, destination: customer.destination })}</p>
      {orders.length === 0 && <p className="text-muted-foreground">{t('none')}</p>}
      <ul className="grid gap-3">
        {orders.map((order) => (
          <li key={order.id} className="grid gap-1 border-b pb-3 last:border-b-0">
            <p className="flex items-baseline justify-between gap-4 font-[640]">
              <span>
                {format.dateTime(new Date(order.placedAt), { dateStyle: 'medium' })} · {order.branchName}
              </span>
              <Price amountMinor={order.totalMinor} currency={order.currency} />
            </p>
            <p className="type-hint text-muted-foreground">
              {formatOrderNumber(order.number)} ·{' '}
              {format.list(order.lines.map(({ name, quantity }) => `${quantity} × ${name}`))}
            </p>
          </li>
        ))}
      </ul>
      {onMore && (
        <Button variant="quiet" busy={isLoading} onClick={() => void showMore(onMore)}>
          {common('more')}
        </Button>
      )}
      <WaysOut onChanged={onChanged} />
    </>
  )
}

function WaysOut({ onChanged }: { onChanged: () => void }) {
  const t = useTranslations('orders.history')
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<Fault>()
  const { account } = guestApi.customers.customer
  const leave = (call: ReturnType<typeof account.$delete>) =>
    unwrap(call).then(onChanged, (error: unknown) => setFault(faultOf(error)))

  return (
    <div className="grid gap-3 border-t pt-4">
      {fault && (
        <p role="alert" className="text-danger-text">
          {t(`fault.${fault}`)}
        </p>
      )}
      {asking ? (
        <>
          <p>{t('eraseAsk')}</p>
          <Button variant="quiet" onClick={() => setAsking(false)}>
            {t('keep')}
          </Button>
          <Button variant="danger" onClick={() => void leave(account.$delete())}>
            {t('eraseSure')}
          </Button>
        </>
      ) : (
        <>
          <Button variant="line" onClick={() => void leave(account['sign-out'].$post())}>
            {t('signOut')}
          </Button>
          <Button variant="quiet" onClick={() => setAsking(true)}>
            {t('erase')}
          </Button>
        </>
      )}
    </div>
  )
}
