import type { CSSProperties } from 'react'

/** Inline style of a `.brand` element: the restaurant's hue and chroma, on which every accent token stands. */
export const brandStyle = ({ hue, chroma }: { hue: number; chroma: number }): CSSProperties =>
  ({ '--brand-h': hue, '--brand-c': chroma }) as CSSProperties
