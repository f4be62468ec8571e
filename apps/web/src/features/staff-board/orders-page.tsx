'use client'

import { useTranslations } from 'next-intl'
import { Tabs } from '@/components/ui/tabs.tsx'
import { LiveHeader } from '@/lib/live/live-header.tsx'
import { LivePage } from '@/lib/live/live-page.tsx'
import { useTableBoard } from '@/lib/live/table-board.tsx'
import { useIsWide } from '@/lib/live/use-is-wide.ts'
import { useSelected } from '@/lib/live/use-selected.ts'
import { LaneBoard } from './lane-board.tsx'
import { groupByTable, sortIntoLanes } from './lanes.ts'
import { OrderList } from './order-list.tsx'
import { OrderPanel, OrderSheet } from './order-panel.tsx'
import { OrdersSkeleton } from './orders-skeleton.tsx'
import { type Scope, useOrders } from './use-orders.ts'

const scopes = ['live', 'served', 'cancelled'] as const

/** The board of orders: what is on its way, in lanes that follow the plate, and what is over. */
export function OrdersPage() {
  const t = useTranslations('staffBoard')
  const wide = useIsWide()
  const [orderId, selectOrder] = useSelected('order')
  const [wantedScope, selectScope] = useSelected('scope')
  const scope = scopes.find((known) => known === wantedScope) ?? 'live'
  const lists = {
    live: useOrders('live'),
    served: useOrders('served'),
    cancelled: useOrders('cancelled', scope === 'cancelled' || orderId !== null),
  }
  const room = useTableBoard().data
  const openSessions = new Set(room?.tables.flatMap(({ session }) => session?.id ?? []))
  const shown = lists[scope].data
  const selected = Object.values(lists)
    .flatMap(({ data }) => data?.orders ?? [])
    .find(({ id }) => id === orderId)
  const close = () => selectOrder(null)
  const label = (name: Scope) => {
    // Cancelled ones are only loaded when somebody looks at them.
    const count = name === 'cancelled' ? undefined : lists[name].data?.orders.length
    return count === undefined ? t(`scope.${name}`) : t('scopeCount', { scope: t(`scope.${name}`), count })
  }

  return (
    <LivePage needs="order:read" problem={lists[scope].problem}>
      <div className="grid panel:grid-cols-[minmax(0,1fr)_auto]">
        <div className="min-w-0 pb-8">
          <LiveHeader title={t('title')}>
            <Tabs
              label={t('scopes')}
              tabs={scopes.map((value) => ({ value, label: label(value) }))}
              value={scope}
              onValueChange={(value) => selectScope(value === 'live' ? null : value)}
            />
          </LiveHeader>
          {!shown && <OrdersSkeleton />}
          {shown && scope === 'live' && (
            <LaneBoard
              lanes={sortIntoLanes(shown.orders)}
              served={room && groupByTable(lists.served.data?.orders ?? [], openSessions)}
              room={room}
              selectedId={orderId}
              onSelect={selectOrder}
            />
          )}
          {shown && scope !== 'live' && (
            <OrderList orders={shown.orders} scope={scope} selectedId={orderId} onSelect={selectOrder} />
          )}
        </div>
        {selected && wide && <OrderPanel order={selected} onClose={close} />}
      </div>
      {selected && !wide && <OrderSheet order={selected} onClose={close} />}
    </LivePage>
  )
}
