import { FloorTable } from '@/components/table/floor-table.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'

const shapes = ['round', 'square', 'square', 'square', 'long', 'round', 'long', 'long', 'square'] as const

/** The room before it is known who sits where. */
export function FloorSkeleton() {
  return (
    <div aria-hidden className="floor floor-rows skeleton mx-3 rounded-xl border rail:mx-6 panel:mr-4.5">
      {shapes.map((shape, at) => (
        <div key={at} className="floor-spot">
          <FloorTable label="" shape={shape} seats={4} plates={[]} />
          <Skeleton className="h-8 w-24" />
        </div>
      ))}
    </div>
  )
}
