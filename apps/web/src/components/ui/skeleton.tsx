import { cn } from '@/lib/cn.ts'

/** A grey bar where words will stand. Shows after 200 ms; nothing shimmers. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn('skeleton block rounded-full bg-sunken', className)} />
}
