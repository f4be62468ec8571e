'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { cart } from '@/stores/cart-store.ts'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { hasPendingOrder } from '@/stores/pending-order.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'
import { sendingStore, setSending } from './sending-store.ts'

/**
 * Sends on what a reload interrupted, follows an order that arrived, and holds the cart against a changed menu. The
 * code that does so is fetched when there is something to do.
 */
export function CartWatch() {
  const { branchSlug, tableCode } = useTablePlace()
  const locale = useLocale()
  const router = useRouter()
  const step = useStore(sendingStore, (sending) => sending.step)
  const isSeated = useStore(tableStore, ({ seat }) => seat === 'active')
  const changes = useStore(tableStore, ({ menuChanges }) => menuChanges)

  useEffect(() => {
    const route = { branchSlug, tableCode }
    if (isSeated && hasPendingOrder(route)) void import('./send-order.ts').then((it) => it.resumeOrder(route))
  }, [isSeated, branchSlug, tableCode])

  useEffect(() => {
    if (step !== 'sent') return
    setSending({ step: 'idle' })
    closeOverlay('cart')
    router.push(`${tablePath({ branchSlug, tableCode })}/orders`)
  }, [step, branchSlug, tableCode, router])

  useEffect(() => {
    const isNews = changes > 0 || step === 'refused'
    if (!isNews || cart.store.getState().lines.length === 0) return
    void import('./review-now.ts').then((it) => it.reviewNow({ branchSlug, locale }))
  }, [changes, step, branchSlug, locale])

  return null
}
