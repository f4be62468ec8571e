import { cva, type VariantProps } from 'class-variance-authority'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

/** A round target for the few verbs that an icon alone can carry: back, close, search, add, call. */
export const iconButtonStyle = cva(
  [
    'inline-flex shrink-0 items-center justify-center rounded-full',
    'transition-[background-color,scale] duration-(--dur-tap) ease-out active:scale-96',
    'disabled:text-muted-foreground disabled:opacity-60 disabled:cursor-not-allowed',
  ],
  {
    variants: {
      variant: {
        raised: 'bg-raised text-ink shadow-resting hover:bg-sunken',
        sunken: 'bg-sunken text-ink hover:bg-line',
        field: 'bg-field-veil text-field-ink hover:bg-field-veil-hover',
        bare: 'text-ink hover:bg-sunken',
        primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
      },
      size: { 44: 'size-11', 52: 'size-13', 56: 'size-14' },
    },
    defaultVariants: { variant: 'sunken', size: 44 },
  },
)

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> &
  VariantProps<typeof iconButtonStyle> & { label: string; children: ReactNode }

export function IconButton({ label, variant, size, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      className={cn(iconButtonStyle({ variant, size }), className)}
    />
  )
}
