import { FloorTable } from '@/components/table/floor-table.tsx'
import { Skeleton } from '@/components/ui/skeleton.tsx'

const shapes = ['round', 'square', 'square', 'square', 'long', 'round', 'long', 'long', 'square'] as const

/** The room before it is known who sits where. */
export function FloorSkeleton() {
  return (
    <div aria-hidden className="floor floor-rows skeleton">
      {shapes.map((shape, at) => (
        <div key={at} className="floor-spot">
          <FloorTable label="" shape={shape} seats={4} plates={[]} />
          <Skeleton className="h-8 w-24" />
        </div>
      ))}
    </div>
  )
}
