'use client'

import { formatOrderNumber } from '@repo/schemas/rules'
import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { iconButtonStyle } from '@/components/ui/icon-button.tsx'
import { Price } from '@/components/ui/price.tsx'
import { customer } from '@/stores/customer-store.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'
import { OrderRounds } from './order-rounds.tsx'
import { StatusEmpty } from './status-empty.tsx'
import { type TableNews, tableNews } from './table-news.ts'
import { TablePicture } from './table-picture.tsx'

type StatusViewProps = {
  /** The bell, top right. */
  bell: ReactNode
  /** Says so when there is no connection. */
  strip: ReactNode
  /** The way to the orders of earlier visits. */
  history: ReactNode
  /** The three verbs at the thumb. */
  actions: ReactNode
}

/** How the table's order stands: the news as title, the table from above, and the same in words. */
export function StatusView({ bell, strip, history, actions }: StatusViewProps) {
  const t = useTranslations('orders')
  const common = useTranslations('common')
  const place = useTablePlace()
  const table = useStore(tableStore, (state) => state.table)
  const orders = table?.orders ?? []
  const orderId = useStore(customer.store, (state) => state.orderId)
  const shown = orders.find(({ id }) => id === orderId) ?? orders.at(-1)
  const { news, toCome } = tableNews(orders, table?.context.guestId)
  const title = useNewsTitle(news)
  return (
    <div className="status-page">
      <div className="status-field">
        <header className="flex items-center gap-3 px-3 pt-3">
          <Link
            href={tablePath(place)}
            aria-label={common('back')}
            className={iconButtonStyle({ variant: 'field', size: 44 })}
          >
            <ChevronLeft size={24} />
          </Link>
          <p className="type-label flex-1 text-center">
            {shown
              ? t('heading', { number: formatOrderNumber(shown.number), label: place.tableLabel })
              : t('headingTable', { label: place.tableLabel })}
          </p>
          {bell}
        </header>
        <div className="mx-auto w-full max-w-xl px-4.5 pt-4" aria-live="polite">
          <h1 className="type-screen">{title}</h1>
          <p className="pt-1.5 text-field-muted">
            {news.kind === 'none' ? null : t(`hint.${news.kind}`, { count: toCome })}
          </p>
        </div>
        {table && orders.length > 0 && (
          <div className="status-picture">
            <TablePicture table={table} />
          </div>
        )}
      </div>
      <main className="status-panel">
        {strip}
        {table && orders.length > 0 ? (
          <>
            <OrderRounds orders={orders} ownId={table.context.guestId} />
            <TableTotal orders={orders} />
          </>
        ) : (
          <StatusEmpty />
        )}
        {history}
      </main>
      <nav aria-label={t('actions')} className="needs-script status-actions">
        {actions}
      </nav>
    </div>
  )
}

function useNewsTitle(news: TableNews): string {
  const t = useTranslations('orders.news')
  const format = useFormatter()
  if (news.kind !== 'ready') return t(news.kind)
  const [first = ''] = news.dishes
  if (news.dishes.length === 1) return t('ready', { dish: first })
  return news.dishes.length === 2
    ? t('readyBoth', { dishes: format.list(news.dishes) })
    : t('readyMany', { count: news.dishes.length })
}

function TableTotal({
  orders,
}: {
  orders: readonly { totalMinor: number; state: string; currency: string }[]
}) {
  const t = useTranslations('orders')
  const { currency } = useTablePlace().branch
  const totalMinor = orders.reduce(
    (sum, order) => sum + (order.state === 'cancelled' ? 0 : order.totalMinor),
    0,
  )
  return (
    <p className="flex items-baseline justify-between gap-4 border-t pt-4 font-bold">
      <span>{t('total')}</span>
      <Price amountMinor={totalMinor} currency={currency} className="text-[1.125rem]" />
    </p>
  )
}
