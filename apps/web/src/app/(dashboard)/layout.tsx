import type { ReactNode } from 'react'
import '@/styles/staff.css'
import { OrdersWaiting } from '@/features/staff-board/orders-waiting.tsx'
import { DashboardFrame } from '@/features/staff-shell/dashboard-frame.tsx'
import { TablesWaiting } from '@/features/tables/tables-waiting.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages namespaces={['staffBoard', 'account']}>
      <DashboardFrame badges={{ tables: <TablesWaiting />, orders: <OrdersWaiting /> }}>
        {children}
      </DashboardFrame>
    </ClientMessages>
  )
}
