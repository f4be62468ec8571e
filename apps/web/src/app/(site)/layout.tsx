import type { ReactNode } from 'react'
import '@/styles/staff.css'

export default function SiteLayout({ children }: { children: ReactNode }) {
  return children
}
