import { UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

/** An empty place someone may take: the initial of who asks, or a plus. */
export function OpenSeat({ initial, className }: { initial?: ReactNode; className?: string }) {
  return <div className={cn('open-seat', className)}>{initial ?? <UserPlus strokeWidth={2} />}</div>
}
