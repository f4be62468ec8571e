import { cva, type VariantProps } from 'class-variance-authority'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

/** The look of a verb, for buttons and for links that act like one. */
export const buttonStyle = cva(
  [
    'inline-flex items-center justify-center gap-2.5 rounded-full text-center leading-tight font-[640] text-balance',
    'transition-[background-color,border-color,scale,opacity] duration-(--dur-tap) ease-out active:scale-98',
    'aria-busy:animate-busy aria-busy:cursor-progress',
    'aria-disabled:bg-sunken aria-disabled:text-muted-foreground aria-disabled:border-transparent aria-disabled:cursor-not-allowed aria-disabled:active:scale-100',
    'disabled:bg-sunken disabled:text-muted-foreground disabled:border-transparent disabled:cursor-not-allowed',
    '[&_svg]:shrink-0',
  ],
  {
    variants: {
      variant: {
        primary: 'bg-primary text-primary-foreground hover:bg-primary-hover',
        quiet: 'bg-secondary text-secondary-foreground hover:bg-secondary-hover',
        line: 'border-[1.5px] border-input text-ink hover:bg-sunken',
        danger: 'bg-danger text-danger-ink hover:bg-danger-hover',
        ink: 'bg-ink text-background hover:bg-ink-hover',
      },
      size: {
        44: 'min-h-11 px-4.5 py-2 text-[0.9375rem]',
        52: 'min-h-13 px-6 py-2.5 text-base',
        60: 'min-h-15 px-7 py-3 text-[1.0625rem]',
      },
      wide: { true: 'w-full' },
    },
    defaultVariants: { variant: 'primary', size: 52 },
  },
)

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  VariantProps<typeof buttonStyle> & {
    /** The verb is under way: it keeps its label and takes no second press. */
    busy?: boolean
    /** Why the verb is not possible now, shown below it. Such a button stays focusable and does nothing. */
    reason?: ReactNode
  }

export function Button({
  variant,
  size,
  wide,
  busy,
  reason,
  className,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const still = busy || Boolean(reason)
  const button = (
    <button
      {...rest}
      type={still ? 'button' : type}
      className={cn(buttonStyle({ variant, size, wide }), className)}
      aria-busy={busy || undefined}
      aria-disabled={reason ? true : undefined}
      aria-describedby={reason ? reasonId : rest['aria-describedby']}
      onClick={still ? undefined : onClick}
    />
  )
  if (!reason) return button
  return (
    <span className={cn('inline-flex flex-col gap-2', wide && 'w-full')}>
      {button}
      <span id={reasonId} className="type-hint text-center text-muted-foreground">
        {reason}
      </span>
    </span>
  )
}
