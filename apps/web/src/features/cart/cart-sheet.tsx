'use client'

import { useLocale, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Served } from '@/components/plate/served.tsx'
import { Button } from '@/components/ui/button.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { Sheet } from '@/components/ui/sheet.tsx'
import { cart, lineKey } from '@/stores/cart-store.ts'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { CartChanges } from './cart-changes.tsx'
import { CartFooter } from './cart-footer.tsx'
import { CartLineRow } from './cart-line-row.tsx'
import { CartNotes } from './cart-notes.tsx'
import { countDishes } from './price-cart.ts'
import { reviewNow } from './review-now.ts'
import { dismissChanges, reviewStore } from './review-store.ts'
import { SendingNews } from './sending-news.tsx'
import { isUnderWay, sendingStore, setSending } from './sending-store.ts'

/** This round, before it goes to the kitchen. */
export function CartSheet({ open }: { open: boolean }) {
  const t = useTranslations('cart')
  const common = useTranslations('common')
  const locale = useLocale()
  const { branchSlug, tableLabel } = useTablePlace()
  const lines = useStore(cart.store, (state) => state.lines)
  const sending = useStore(sendingStore)
  const hasChanges = useStore(reviewStore, ({ changes }) => changes.length > 0)
  const isFrozen = isUnderWay(sending)
  const isEmpty = lines.length === 0 && !hasChanges && sending.step !== 'refused'

  useEffect(() => {
    if (open) void reviewNow({ branchSlug, locale })
  }, [open, branchSlug, locale])

  const close = () => {
    dismissChanges()
    if (sending.step === 'refused') setSending({ step: 'idle' })
    closeOverlay('cart')
  }

  return (
    <Sheet
      open={open}
      onClose={close}
      title={titleOf(sending.step, countDishes(lines), t)}
      closeLabel={common('close')}
      footer={lines.length > 0 && <CartFooter lines={lines} />}
    >
      <SendingNews sending={sending} count={countDishes(lines)} />
      <CartChanges />
      {isEmpty ? (
        <EmptyState
          picture={<Served />}
          title={t('empty.title')}
          action={<Button onClick={close}>{t('empty.action')}</Button>}
        >
          {t('empty.body', { label: tableLabel })}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {lines.map((line) => (
            <CartLineRow key={lineKey(line)} line={line} isFrozen={isFrozen} />
          ))}
        </ul>
      )}
      {lines.length > 0 && <CartNotes isFrozen={isFrozen} />}
    </Sheet>
  )
}

function titleOf(step: string, count: number, t: ReturnType<typeof useTranslations<'cart'>>): string {
  if (step === 'waiting' || step === 'stuck') return t('title.safe', { count })
  return t(step === 'sending' ? 'title.sending' : 'title.ready')
}
