import { cn } from '@/lib/cn.ts'
import { RestaiMark } from '../brand/restai-mark.tsx'

/** The little card with the code that stands on the table. */
export function TableCard({ label, className }: { label: string; className?: string }) {
  return (
    <div className={cn('table-card', className)} aria-hidden>
      <RestaiMark className="w-[52%] text-rim" />
      <span>{label}</span>
    </div>
  )
}
