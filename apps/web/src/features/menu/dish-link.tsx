'use client'

import Link, { useLinkStatus } from 'next/link'
import type { ReactNode } from 'react'

/** The name of a dish. Its page is fetched when somebody wants it: forty pages ahead would crowd a slow network. */
export function DishLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className="dish-link">
      {children}
      <Pending />
    </Link>
  )
}

/** Dims the tapped dish until its page is there. */
function Pending() {
  const { pending } = useLinkStatus()
  return pending && <span aria-hidden className="absolute inset-0 z-20 animate-busy bg-background/60" />
}
