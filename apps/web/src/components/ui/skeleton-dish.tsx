import { Ware } from '../plate/ware.tsx'
import { Skeleton } from './skeleton.tsx'

/** A dish of the list before its words arrive: the plate is laid first. */
export function SkeletonDish() {
  return (
    <div aria-hidden className="flex justify-between gap-6 border-b py-4">
      <div className="grid flex-1 content-start gap-2.5">
        <Skeleton className="h-5 w-3/5" />
        <Skeleton className="h-3.5 w-4/5" />
        <Skeleton className="h-3.5 w-1/2" />
        <Skeleton className="mt-8 h-5 w-1/4" />
      </div>
      <div className="skeleton relative size-29.5 overflow-hidden rounded-lg bg-sunken">
        <Ware kind="plate" className="absolute top-[2%] left-[-2%] w-[120%] opacity-60" />
      </div>
    </div>
  )
}
