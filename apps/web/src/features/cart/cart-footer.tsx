'use client'

import type { OrderPrice } from '@repo/schemas/rules'
import { ChefHat, ConciergeBell, RefreshCw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Button } from '@/components/ui/button.tsx'
import { Price } from '@/components/ui/price.tsx'
import { cart } from '@/stores/cart-store.ts'
import { closeOverlay, showOverlay, showSeated } from '@/stores/overlay-store.ts'
import type { CartLine } from '@/stores/parse-cart.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'
import { priceCart } from './price-cart.ts'
import { dismissChanges, reviewStore } from './review-store.ts'
import { confirmOrder, resumeOrder } from './send-order.ts'
import { sendingStore } from './sending-store.ts'
import { toOrderInput } from './to-order-input.ts'

/** What this round comes to, apart from what is on the table already, and the one button. */
export function CartFooter({ lines }: { lines: readonly CartLine[] }) {
  const t = useTranslations('cart.footer')
  const { branch } = useTablePlace()
  const terms = useStore(reviewStore, (state) => state.terms)
  const price = priceCart(lines, terms ?? branch)
  return (
    <div className="grid gap-2">
      <AlreadyOut />
      <PriceDetails price={price} />
      <p className="flex items-baseline justify-between gap-4">
        <span className="text-[1.0625rem] font-bold">{t('thisRound')}</span>
        <Price
          amountMinor={price.totalMinor}
          currency={branch.currency}
          className="text-[1.125rem] font-bold"
        />
      </p>
      <SendButton expectedTotalMinor={price.totalMinor} />
      <p className="type-hint text-center text-muted-foreground">{t('payLater')}</p>
    </div>
  )
}

function AlreadyOut() {
  const t = useTranslations('cart.footer')
  const place = useTablePlace()
  const orders = useStore(tableStore, ({ table }) => table?.orders ?? noOrders)
  const live = orders.filter(({ state }) => state !== 'cancelled')
  if (live.length === 0) return null
  const count = live
    .flatMap((order) => order.lines)
    .reduce((sum, line) => sum + (line.state === 'cancelled' ? 0 : line.quantity), 0)
  return (
    <Link
      href={`${tablePath(place)}/orders`}
      onClick={() => closeOverlay('cart')}
      className="flex min-h-8 items-baseline justify-between gap-4 text-muted-foreground hover:text-ink"
    >
      <span className="underline underline-offset-4">{t('already', { count })}</span>
      <Price
        bare
        amountMinor={live.reduce((sum, { totalMinor }) => sum + totalMinor, 0)}
        currency={place.branch.currency}
      />
    </Link>
  )
}

const noOrders: never[] = []

/** Only where something comes on top of the menu's prices. */
function PriceDetails({ price }: { price: OrderPrice }) {
  const t = useTranslations('cart.footer')
  const { branch } = useTablePlace()
  if (price.totalMinor === price.subtotalMinor) return null
  const row = (label: ReactNode, amountMinor: number, key?: string) => (
    <p key={key} className="type-hint flex justify-between gap-4 text-muted-foreground">
      <span>{label}</span>
      <Price bare amountMinor={amountMinor} currency={branch.currency} />
    </p>
  )
  return (
    <div>
      {row(t('dishes'), price.subtotalMinor)}
      {price.serviceChargeMinor > 0 && row(t('service'), price.serviceChargeMinor)}
      {branch.taxMode === 'exclusive' &&
        price.taxes.map((tax) => row(tax.name, tax.taxMinor, `${tax.name} ${tax.ratePpm}`))}
    </div>
  )
}

function SendButton({ expectedTotalMinor }: { expectedTotalMinor: number }) {
  const t = useTranslations('cart.footer')
  const place = useTablePlace()
  const { step } = useStore(sendingStore)
  const seat = useStore(tableStore, (state) => state.seat)
  const content = useStore(cart.store)
  if (step === 'stuck') {
    return (
      <>
        <Button size={60} wide onClick={() => resumeOrder(place)}>
          <RefreshCw size={22} />
          {t('sendAgain')}
        </Button>
        <Button variant="line" wide onClick={() => showOverlay('call')}>
          <ConciergeBell size={22} />
          {t('callWaiter')}
        </Button>
      </>
    )
  }
  if (seat === 'none') {
    return (
      <Button size={60} wide onClick={() => showSeated('cart')}>
        {t('sayName')}
      </Button>
    )
  }
  const reason = reasonAgainst(place.kitchen.state, seat)
  const send = () => {
    dismissChanges()
    void confirmOrder(place, toOrderInput(content, expectedTotalMinor))
  }
  return (
    <Button
      size={60}
      wide
      busy={step === 'sending' || step === 'waiting'}
      onClick={send}
      {...(reason && { reason: t(`not.${reason}`) })}
    >
      <ChefHat size={22} />
      {t(step === 'waiting' ? 'waiting' : step === 'sending' ? 'sending' : 'send')}
    </Button>
  )
}

/** Why nothing can be sent at this moment, as far as the phone knows. */
function reasonAgainst(kitchen: 'open' | 'paused' | 'closed', seat: string) {
  if (seat === 'pending') return 'pending'
  return kitchen === 'open' ? null : kitchen
}
