import { cva, type VariantProps } from 'class-variance-authority'
import type { ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

const stripStyle = cva('flex items-center gap-3.5 rounded-md px-4 py-3 leading-snug [&>svg]:shrink-0', {
  variants: {
    tone: {
      warning: 'bg-warning-soft text-warning-text',
      danger: 'bg-danger-soft text-danger-text',
      info: 'bg-info-soft text-info-text',
      success: 'bg-success-soft text-success-text',
      neutral: 'bg-sunken text-ink',
    },
    /** A full-width alarm with a hazard edge, as over the kitchen. */
    loud: { true: 'hazard-edge rounded-none bg-warning pl-8 text-warning-ink' },
  },
  defaultVariants: { tone: 'neutral' },
})

type StripProps = VariantProps<typeof stripStyle> & {
  icon?: ReactNode
  /** What happened, in two or three words. */
  lead?: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Interrupts a screen reader; otherwise it is read when there is a pause. */
  urgent?: boolean
  className?: string
}

export function Strip({ tone, loud, icon, lead, children, action, urgent, className }: StripProps) {
  return (
    <div role={urgent ? 'alert' : 'status'} className={cn(stripStyle({ tone, loud }), className)}>
      {icon}
      <p className="min-w-0 flex-1">
        {lead && <strong className="font-extrabold">{lead} </strong>}
        {children}
      </p>
      {action}
    </div>
  )
}
