'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'next-intl'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { closeOverlay } from '@/stores/overlay-store.ts'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'
import { tableStore } from '@/stores/table-store.ts'
import { reviewNow } from './review-now.ts'
import { resumeOrder } from './send-order.ts'
import { sendingStore, setSending } from './sending-store.ts'

/** Sends on what a reload interrupted, follows an order that arrived, and holds the cart against a changed menu. */
export function CartWatch() {
  const { branchSlug, tableCode } = useTablePlace()
  const locale = useLocale()
  const router = useRouter()
  const step = useStore(sendingStore, (sending) => sending.step)
  const isSeated = useStore(tableStore, ({ seat }) => seat === 'active')
  const changes = useStore(tableStore, ({ menuChanges }) => menuChanges)

  useEffect(() => {
    if (isSeated) void resumeOrder({ branchSlug, tableCode })
  }, [isSeated, branchSlug, tableCode])

  useEffect(() => {
    if (step !== 'sent') return
    setSending({ step: 'idle' })
    closeOverlay('cart')
    router.push(`${tablePath({ branchSlug, tableCode })}/orders`)
  }, [step, branchSlug, tableCode, router])

  useEffect(() => {
    if (changes > 0 || step === 'refused') void reviewNow({ branchSlug, locale })
  }, [changes, step, branchSlug, locale])

  return null
}
