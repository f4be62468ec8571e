import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

/** A state in a word and an icon. Solid only when someone must act. */
const chipStyle = cva('type-chip inline-flex items-center gap-1.5 rounded-full [&_svg]:shrink-0', {
  variants: {
    tone: {
      neutral: 'bg-sunken text-ink',
      raised: 'bg-raised text-ink shadow-resting',
      success: 'bg-success-soft text-success-text',
      warning: 'bg-warning-soft text-warning-text',
      danger: 'bg-danger-soft text-danger-text',
      info: 'bg-info-soft text-info-text',
      yolk: 'bg-yolk text-yolk-ink',
      successSolid: 'bg-success text-success-ink',
      dangerSolid: 'bg-danger text-danger-ink',
    },
    /** A line around it, where it lies on a picture. */
    edge: { true: 'shadow-[inset_0_0_0_1.5px_color-mix(in_oklab,currentColor_45%,transparent)]' },
    size: { 28: 'min-h-7 px-2.5 py-1', 32: 'min-h-8 px-3 py-1.5 text-[0.875rem]' },
  },
  defaultVariants: { tone: 'neutral', size: 28 },
})

type ChipProps = ComponentProps<'span'> & VariantProps<typeof chipStyle> & { icon?: ReactNode }

export function Chip({ tone, size, edge, icon, className, children, ...rest }: ChipProps) {
  return (
    <span {...rest} className={cn(chipStyle({ tone, size, edge }), className)}>
      {icon}
      {children}
    </span>
  )
}
