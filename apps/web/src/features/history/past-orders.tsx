'use client'

import { unwrap } from '@repo/api-client'
import type { Customer, History } from '@repo/schemas/contract'
import { formatOrderNumber } from '@repo/schemas/rules'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Served } from '@/components/plate/served.tsx'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Person } from '@/components/ui/person.tsx'
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
      <p role="status" className="flex items-center gap-3.5">
        <Person name={customer.name} colour={0} size={44} />
        <span className="min-w-0 flex-1 break-words text-muted-foreground">
          {t('known', { name: customer.name, destination: customer.destination })}
        </span>
      </p>
      {orders.length === 0 && (
        <EmptyState level={3} className="py-2" picture={<Served />} title={t('none')}>
          {t('noneHint')}
        </EmptyState>
      )}
      <ul>
        {orders.map((order) => (
          <li key={order.id} className="grid gap-1 border-t py-3.5">
            <p className="type-dish flex items-baseline justify-between gap-4">
              {format.dateTime(new Date(order.placedAt), { dateStyle: 'medium' })}
              <Price amountMinor={order.totalMinor} currency={order.currency} className="type-price" />
            </p>
            <p className="text-muted-foreground">
              {format.list(order.lines.map(({ name, quantity }) => `${quantity} × ${name}`))}
            </p>
            <p className="type-hint text-muted-foreground">
              {order.branchName} · {formatOrderNumber(order.number)}
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
          <Button variant="line" onClick={() => setAsking(false)}>
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
          <Button variant="line" className="border-transparent" onClick={() => setAsking(true)}>
            {t('erase')}
          </Button>
        </>
      )}
    </div>
  )
}
