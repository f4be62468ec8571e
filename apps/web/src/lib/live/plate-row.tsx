import { Served } from '@/components/plate/served.tsx'
import { cn } from '@/lib/cn.ts'

type Plate = { id: string; picture: string | null; ware: string; quantity: number; faint?: boolean }

const mostPlates = 5

/** Dishes as overlapping plates with their counts. Decorative: name them in words beside it. */
export function PlateRow({ plates, small }: { plates: readonly Plate[]; small?: boolean }) {
  const shown = plates.length > mostPlates ? plates.slice(0, mostPlates - 1) : plates
  return (
    <span aria-hidden className="flex items-center pl-2">
      {shown.map(({ id, picture, ware, quantity, faint }) => (
        <span key={id} className={cn('relative -ml-2', small ? 'w-10' : 'w-14')}>
          <Served picture={picture} ware={ware} sizes="56px" small {...(faint && { faint })} />
          {quantity > 1 && (
            <span className="figures absolute -right-0.5 -bottom-0.5 grid size-5.5 place-items-center rounded-full bg-tag text-[0.8125rem] font-bold text-tag-ink shadow-resting">
              {quantity}
            </span>
          )}
        </span>
      ))}
      {shown.length < plates.length && (
        <span className="type-label figures ml-2 text-muted-foreground">+{plates.length - shown.length}</span>
      )}
    </span>
  )
}
