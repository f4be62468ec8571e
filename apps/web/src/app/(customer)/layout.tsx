import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import css from '@/styles/customer.pcss'

/** A diner's first page paints from its first bytes: the styles come along, no second request holds it up. */
export default async function CustomerLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <>
      <style nonce={nonce} suppressHydrationWarning>
        {css}
      </style>
      {children}
    </>
  )
}
