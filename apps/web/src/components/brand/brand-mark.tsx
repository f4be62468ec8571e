import { cn } from '@/lib/cn.ts'

type BrandMarkProps = {
  name: string
  /** Address of a one-colour SVG on this origin; without it the name's initial stands in. */
  logo: string | null
  className?: string
}

/** A restaurant's sign: its logo, in its own colour, on a small enamel plate. */
export function BrandMark({ name, logo, className }: BrandMarkProps) {
  return (
    <span className={cn('brand-mark', className)} aria-hidden>
      {logo ? (
        <span className="brand-logo" style={{ maskImage: `url("${encodeURI(logo)}")` }} />
      ) : (
        <span className="brand-initial">{Array.from(name.trim())[0]}</span>
      )}
    </span>
  )
}
