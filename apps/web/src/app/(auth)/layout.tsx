import type { ReactNode } from 'react'
import '@/styles/staff.css'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export default function AuthLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={['auth']}>{children}</ClientMessages>
}
