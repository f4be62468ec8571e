import type { ReactNode } from 'react'
import { ClientMessages } from '@/lib/i18n/client-messages.tsx'

export default function KitchenLayout({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={['kitchen']}>{children}</ClientMessages>
}
