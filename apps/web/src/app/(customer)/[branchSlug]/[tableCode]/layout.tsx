import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { CartWatch } from '@/features/cart/cart-watch.tsx'
import { FreshMenu } from '@/features/menu/fresh-menu.tsx'
import { kitchenHours } from '@/features/menu/kitchen-hours.ts'
import { readMenu } from '@/features/menu/read-menu.ts'
import { readTable } from '@/features/table-sessions/read-table.ts'
import { TableWatch } from '@/features/table-sessions/table-watch.tsx'
import { brandStyle } from '@/lib/brand-style.ts'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'
import { tablePath } from '@/stores/table-path.ts'
import { TablePlaceProvider } from '@/stores/table-place.tsx'
import { TableOverlays } from './table-overlays.tsx'

type TableLayoutProps = { params: Promise<{ branchSlug: string; tableCode: string }>; children: ReactNode }

export async function generateMetadata({ params }: TableLayoutProps) {
  const menu = await readMenu((await params).branchSlug, await getLocale())
  const name = menu?.body.branch.name
  return { title: name && { default: name, template: `%s · ${name}` }, robots: { index: false } }
}

/** Everything that stays while the guest moves between the pages of one table. */
export default async function TableLayout({ params, children }: TableLayoutProps) {
  const { branchSlug, tableCode } = await params
  const locale = await getLocale()
  const [menu, table] = await Promise.all([readMenu(branchSlug, locale), readTable(branchSlug, tableCode)])
  if (!menu || !table) notFound()
  if (table.tableCode !== tableCode) redirect(tablePath(table))
  const { name, logo, currency, taxMode, serviceChargePpm, timeZone, accent } = menu.body.branch
  const kitchen = kitchenHours(menu.body.branch, new Date())
  const place = {
    branchSlug,
    tableCode,
    tableLabel: table.tableLabel,
    branch: { name, logo, currency, taxMode, serviceChargePpm, timeZone },
    kitchen,
  }
  return (
    <div className="brand" style={brandStyle(accent)}>
      <ClientMessages namespaces={['menu', 'tableSession', 'cart', 'orders']}>
        <TablePlaceProvider place={place}>
          {children}
          <TableWatch />
          <CartWatch />
          <FreshMenu
            branchSlug={branchSlug}
            locale={locale}
            etag={menu.etag}
            opensAt={'opensAt' in kitchen ? kitchen.opensAt : null}
          />
          <TableOverlays />
        </TablePlaceProvider>
      </ClientMessages>
    </div>
  )
}
