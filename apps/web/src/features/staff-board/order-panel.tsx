'use client'

import type { Order } from '@repo/schemas/contract'
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'
import { OrderDetails } from './order-details.tsx'
import { OrderVerbs } from './order-verbs.tsx'
import { whichVerb } from './which-verb.ts'

type OrderPanelProps = { order: Order; onClose: () => void }

/** Beside the board. */
export function OrderPanel({ order, onClose }: OrderPanelProps) {
  const t = useTranslations()
  const title = t('staffBoard.table', { label: order.tableLabel })
  return (
    <aside aria-label={title} className="sticky top-0 h-dvh w-98 py-4.5 pr-6">
      <div className="flex max-h-full flex-col rounded-lg bg-surface shadow-raised">
        <header className="flex items-center justify-between gap-3 px-4.5 pt-3">
          <h2 className="type-section">{title}</h2>
          <IconButton label={t('common.close')} variant="bare" onClick={onClose}>
            <X size={22} aria-hidden />
          </IconButton>
        </header>
        <div className="relative min-h-0 overflow-y-auto px-4.5 pb-4">
          <OrderDetails order={order} />
        </div>
        <footer className="border-t p-3.5 empty:hidden">
          <OrderVerbs order={order} lines={order.lines} />
        </footer>
      </div>
    </aside>
  )
}

/** Over the board, where there is no room beside it. */
export function OrderSheet({ order, onClose }: OrderPanelProps) {
  const t = useTranslations()
  const { role } = useLive().branch
  const verb = whichVerb(order, order.lines, role)
  return (
    <Sheet
      open
      onClose={onClose}
      title={t('staffBoard.table', { label: order.tableLabel })}
      closeLabel={t('common.close')}
      footer={verb && <OrderVerbs order={order} lines={order.lines} />}
    >
      <OrderDetails order={order} />
    </Sheet>
  )
}
