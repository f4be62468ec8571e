'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { tableStore } from '@/stores/table-store.ts'

type FreshMenuProps = {
  branchSlug: string
  locale: string
  /** Of the menu that the page shows. */
  etag: string | null
  /** When the kitchen opens next, ISO 8601. */
  opensAt: string | null
}

const pollMs = 30_000
const longestTimerMs = 24 * 60 * 60 * 1000

/** Renders the page anew when its menu is no longer the branch's: told by live events, else asked for now and then. */
export function FreshMenu({ branchSlug, locale, etag, opensAt }: FreshMenuProps) {
  const router = useRouter()
  const isTold = useStore(tableStore, ({ seat, connection }) => seat === 'active' && connection.connected)
  const changes = useStore(tableStore, ({ menuChanges }) => menuChanges)

  useEffect(() => {
    if (changes > 0) renew(router)
  }, [changes, router])

  useEffect(() => {
    if (isTold || etag === null) return
    const ask = async () => {
      if (document.hidden) return
      const address = `/api/customer/${branchSlug}/menu?locale=${locale}`
      const answer = await fetch(address, { headers: { 'if-none-match': etag } }).catch(() => undefined)
      if (answer?.status !== 200) return
      await answer.body?.cancel()
      renew(router)
    }
    const timer = setInterval(ask, pollMs)
    document.addEventListener('visibilitychange', ask)
    addEventListener('focus', ask)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
      removeEventListener('focus', ask)
    }
  }, [isTold, etag, branchSlug, locale, router])

  useEffect(() => {
    const waitMs = opensAt === null ? Number.POSITIVE_INFINITY : Date.parse(opensAt) - Date.now()
    if (waitMs > longestTimerMs) return
    const timer = setTimeout(() => renew(router), Math.max(waitMs, 0) + 1000)
    return () => clearTimeout(timer)
  }, [opensAt, router])

  return null
}

/** A refresh that finds no network would end on the browser's error page. */
function renew(router: ReturnType<typeof useRouter>): void {
  if (navigator.onLine) router.refresh()
}
