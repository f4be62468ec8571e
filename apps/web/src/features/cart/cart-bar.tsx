'use client'

import { Clock, Soup } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Price } from '@/components/ui/price.tsx'
import { cart } from '@/stores/cart-store.ts'
import { showOverlay, showSeated } from '@/stores/overlay-store.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'
import { countDishes, priceCart } from './price-cart.ts'
import { reviewStore } from './review-store.ts'
import { isUnderWay, sendingStore } from './sending-store.ts'

/** The next step, at the thumb: what is chosen and what it comes to, or how the table's order stands. */
export function CartBar() {
  const t = useTranslations('cart.bar')
  const place = useTablePlace()
  const lines = useStore(cart.store, (state) => state.lines)
  const terms = useStore(reviewStore, (state) => state.terms)
  const changes = useStore(reviewStore, (state) => state.changes.length)
  const isSending = useStore(sendingStore, isUnderWay)
  const seat = useStore(tableStore, (state) => state.seat)
  const dishesOut = useStore(tableStore, (state) => dishesOnTable(state.table?.orders ?? []))
  const count = countDishes(lines)

  if (isSending) {
    return (
      <BarButton look="quiet" onClick={() => showOverlay('cart')} lead={<Clock size={22} />}>
        {t('waiting', { count })}
      </BarButton>
    )
  }
  if (count > 0) {
    const { totalMinor } = priceCart(lines, terms ?? place.branch)
    return (
      <BarButton
        look="primary"
        onClick={() => showSeated('cart')}
        lead={<Count count={count} />}
        end={<Price amountMinor={totalMinor} currency={place.branch.currency} />}
      >
        {t(changes > 0 ? 'changed' : 'see')}
        <span className="sr-only">{t('count', { count })}</span>
      </BarButton>
    )
  }
  if (changes > 0) {
    return (
      <BarButton look="quiet" onClick={() => showOverlay('cart')} lead={<Soup size={22} />}>
        {t('changed')}
      </BarButton>
    )
  }
  if (seat === 'pending') {
    return (
      <BarButton look="quiet" onClick={() => showOverlay('join')} lead={<Clock size={22} />}>
        {t('atTheDoor')}
      </BarButton>
    )
  }
  if (dishesOut === 0) return null
  return (
    <Link href={`${tablePath(place)}/orders`} className={`${barStyle} ${looks.quiet}`}>
      <Soup size={22} aria-hidden />
      <span className="flex-1">{t('table', { count: dishesOut })}</span>
    </Link>
  )
}

type BarButtonProps = {
  look: keyof typeof looks
  lead: ReactNode
  end?: ReactNode
  onClick: () => void
  children: ReactNode
}

function BarButton({ look, lead, end, onClick, children }: BarButtonProps) {
  return (
    <button type="button" onClick={onClick} className={`${barStyle} ${looks[look]}`}>
      {lead}
      <span className="min-w-0 flex-[1_1_7rem]">{children}</span>
      {end}
    </button>
  )
}

function Count({ count }: { count: number }) {
  return (
    <span
      key={count}
      aria-hidden
      className="landed figures -ml-2.5 flex size-10.5 shrink-0 items-center justify-center rounded-full bg-primary-foreground text-primary"
    >
      {count}
    </span>
  )
}

const barStyle =
  'flex min-h-15 flex-wrap items-center gap-x-3 rounded-[1.875rem] px-5 py-2 text-left text-[1.0625rem] font-[640] shadow-raised transition-[background-color,scale] duration-(--dur-tap) active:scale-98'

const looks = {
  primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
  quiet: 'bg-raised text-ink hover:bg-sunken',
}

/** Dishes that were ordered and not refused. */
function dishesOnTable(orders: readonly { lines: readonly { quantity: number; state: string }[] }[]): number {
  return countDishes(orders.flatMap(({ lines }) => lines).filter(({ state }) => state !== 'cancelled'))
}
