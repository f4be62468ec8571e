import { notFound, redirect } from 'next/navigation'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FreshMenu } from '@/features/menu/fresh-menu.tsx'
import { kitchenHours } from '@/features/menu/kitchen-hours.ts'
import { readMenu } from '@/features/menu/read-menu.ts'
import { readTable } from '@/features/table-sessions/read-table.ts'
import { brandStyle } from '@/lib/brand-style.ts'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'
import { tablePath } from '@/stores/table-path.ts'
import { TablePlaceProvider } from '@/stores/table-place.tsx'
import { TableDock } from './table-dock.tsx'
import { TableRoom } from './table-room.tsx'

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
          <TableDock />
          <FreshMenu
            branchSlug={branchSlug}
            locale={locale}
            etag={menu.etag}
            opensAt={'opensAt' in kitchen ? kitchen.opensAt : null}
          />
          <TableRoom />
        </TablePlaceProvider>
      </ClientMessages>
    </div>
  )
}
