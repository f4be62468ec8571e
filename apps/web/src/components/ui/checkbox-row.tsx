import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type CheckboxRowProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  detail?: ReactNode
  /** Stands at the right edge, such as the price of an extra. */
  end?: ReactNode
}

export function CheckboxRow({ label, detail, end, className, ...input }: CheckboxRowProps) {
  return (
    <label className={cn('group flex min-h-13 items-center gap-3 py-2 has-disabled:opacity-55', className)}>
      <input {...input} type="checkbox" className="peer sr-only" />
      <span className={boxStyle} aria-hidden>
        <Check size={18} strokeWidth={3} className="hidden group-has-checked:block" />
      </span>
      <span className="min-w-0 flex-1 group-has-checked:font-[640]">
        {label}
        {detail && <span className="type-hint block font-medium text-muted-foreground">{detail}</span>}
      </span>
      {end && (
        <span className="figures text-muted-foreground group-has-checked:font-bold group-has-checked:text-ink">
          {end}
        </span>
      )}
    </label>
  )
}

const boxStyle = [
  'flex size-6 shrink-0 items-center justify-center rounded-xs border-2 border-input bg-raised text-primary-foreground',
  'peer-checked:border-primary peer-checked:bg-primary forced-colors:peer-checked:outline-2',
  'peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring',
].join(' ')
