import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type SwitchProps = Omit<ComponentProps<'input'>, 'type' | 'role'> & {
  label: string
  /** Shown beside the switch: the state in words ("On", "86 tonight"). */
  state?: ReactNode
}

export function Switch({ label, state, className, ...input }: SwitchProps) {
  return (
    <label className={cn('group inline-flex min-h-11 items-center gap-2.5', className)}>
      {/* biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state */}
      <input {...input} type="checkbox" role="switch" aria-label={label} className="peer sr-only" />
      <span className={trackStyle} aria-hidden>
        <span className={thumbStyle}>
          <Check size={14} strokeWidth={3} className="hidden group-has-checked:block" />
        </span>
      </span>
      {state && <span className="type-hint">{state}</span>}
    </label>
  )
}

const trackStyle = [
  'flex h-7 w-12 shrink-0 items-center rounded-full border-2 border-input bg-raised px-0.5',
  'peer-checked:border-primary peer-checked:bg-primary peer-disabled:opacity-50',
  'peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring',
].join(' ')

const thumbStyle = [
  'flex size-5 items-center justify-center rounded-full bg-line-strong text-primary transition-[translate] duration-(--dur-quick) ease-out',
  'group-has-checked:translate-x-5 group-has-checked:bg-primary-foreground forced-colors:bg-[ButtonText]',
].join(' ')
