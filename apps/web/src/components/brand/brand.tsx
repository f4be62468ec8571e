import type { ReactNode } from 'react'
import { brandStyle } from '@/lib/brand-style.ts'
import { cn } from '@/lib/cn.ts'

type BrandProps = {
  /** Hue in degrees and chroma, as the branch stores them. */
  accent: { hue: number; chroma: number }
  children: ReactNode
  className?: string
}

/** Gives everything inside the restaurant's colour. */
export function Brand({ accent, children, className }: BrandProps) {
  return (
    <div className={cn('brand', className)} style={brandStyle(accent)}>
      {children}
    </div>
  )
}
