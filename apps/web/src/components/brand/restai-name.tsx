import { cn } from '@/lib/cn.ts'
import { RestaiMark } from './restai-mark.tsx'

export function RestaiName({ className }: { className?: string }) {
  return (
    <span className={cn('type-section flex items-center gap-2.5', className)}>
      <RestaiMark className="w-8" />
      RestAI
    </span>
  )
}
