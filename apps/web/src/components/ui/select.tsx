import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn.ts'
import { inputStyle } from './input.tsx'

/** The device's own list: the best picker there is on a phone. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cn('relative block', className)}>
      <select {...rest} className={cn(inputStyle, 'appearance-none truncate pr-11')} />
      <ChevronDown
        className="pointer-events-none absolute inset-y-0 right-3.5 my-auto text-muted-foreground"
        size={20}
      />
    </span>
  )
}
