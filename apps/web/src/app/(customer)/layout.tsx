import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { InlineStyles } from '@/components/inline-styles.tsx'

export default async function CustomerLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <>
      <InlineStyles nonce={nonce} />
      {children}
    </>
  )
}
