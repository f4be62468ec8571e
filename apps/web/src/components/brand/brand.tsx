import type { CSSProperties, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type BrandProps = {
  /** Hue in degrees and chroma, as the branch stores them. */
  accent: { hue: number; chroma: number }
  children: ReactNode
  className?: string
}

/** Gives everything inside the restaurant's colour. */
export function Brand({ accent, children, className }: BrandProps) {
  const style = { '--brand-h': accent.hue, '--brand-c': accent.chroma } as CSSProperties
  return (
    <div className={cn('brand', className)} style={style}>
      {children}
    </div>
  )
}
