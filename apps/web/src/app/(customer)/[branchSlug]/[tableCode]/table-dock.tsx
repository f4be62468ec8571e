'use client'

import { usePathname } from 'next/navigation'
import { CartBar } from '@/features/cart/cart-bar.tsx'
import { OfflineStrip } from '@/features/table-sessions/offline-strip.tsx'
import { tablePath } from '@/stores/table-path.ts'
import { useTablePlace } from '@/stores/table-place.tsx'

/** What lies at the thumb while the menu is read. */
export function TableDock() {
  const isMenu = usePathname() === tablePath(useTablePlace())
  return (
    isMenu && (
      <div className="needs-script dock">
        <OfflineStrip page="menu" />
        <CartBar />
      </div>
    )
  )
}
