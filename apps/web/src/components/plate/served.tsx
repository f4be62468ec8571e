import { cn } from '@/lib/cn.ts'
import { Food } from './food.tsx'
import { Ware, wareOf } from './ware.tsx'

export type ServedProps = {
  /** Key of the picture; null is the plate with cutlery, undefined a bare plate. */
  picture?: string | null | undefined
  ware?: string
  /** Width at which it is shown, as in `<img sizes>`. */
  sizes?: string
  /** On its way: the food is there but faint. */
  faint?: boolean
  /** Under 72 px: a double rim, so that the colour survives. */
  small?: boolean
  eager?: boolean
  className?: string
}

/** Food on its ware, seen from above, with shadow and gloss. Fills its box; decorative, so name it in words. */
export function Served({
  picture,
  ware = 'plate',
  sizes = '142px',
  faint,
  small,
  eager = false,
  className,
}: ServedProps) {
  const kind = wareOf(ware)
  return (
    <span
      className={cn('served', small && 'served-small', faint && 'served-faint', className)}
      data-ware={kind}
    >
      <Ware kind={kind} />
      {picture && <Food picture={picture} sizes={sizes} eager={eager} />}
      {picture === null && <Ware kind="cutlery" />}
      {kind === 'glass' && <Ware kind="gloss" />}
    </span>
  )
}
