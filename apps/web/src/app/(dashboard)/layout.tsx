import type { ReactNode } from 'react'
import '@/styles/staff.css'
import { DashboardFrame } from '@/features/staff-shell/dashboard-frame.tsx'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export default function DashboardLayout({ children }: { children: ReactNode }) {
  return (
    <ClientMessages>
      <DashboardFrame>{children}</DashboardFrame>
    </ClientMessages>
  )
}
