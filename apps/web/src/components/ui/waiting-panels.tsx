import { Skeleton } from './skeleton.tsx'

/** A list of panels before it has arrived. */
export function WaitingPanels({ label }: { label: string }) {
  return (
    <div role="status" className="skeleton grid gap-5">
      <span className="sr-only">{label}</span>
      {['w-2/5', 'w-3/5'].map((width) => (
        <div key={width} aria-hidden className="grid gap-4 rounded-lg bg-surface p-5 shadow-resting rail:p-6">
          <Skeleton className={`h-6 ${width}`} />
          <Skeleton className="h-4 w-4/5" />
          <Skeleton className="h-4 w-1/2" />
        </div>
      ))}
    </div>
  )
}
