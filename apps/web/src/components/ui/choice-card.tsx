import { Check } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from '@/lib/cn.ts'

type ChoiceCardProps = Omit<ComponentProps<'input'>, 'type'> & {
  /** `radio` picks one, `checkbox` several; only the latter shows a check. */
  type?: 'radio' | 'checkbox'
  label: ReactNode
  detail?: ReactNode
  icon?: ReactNode
}

export function ChoiceCard({ type = 'radio', label, detail, icon, className, ...input }: ChoiceCardProps) {
  return (
    <label className={cn(cardStyle, className)}>
      <input {...input} type={type} className="peer sr-only" />
      {icon}
      <span className="grid flex-1 gap-0.5">
        <span className="type-label">{label}</span>
        {detail && <span className="type-hint text-muted-foreground">{detail}</span>}
      </span>
      {type === 'checkbox' && (
        <Check size={20} strokeWidth={2.4} className="opacity-0 peer-checked:opacity-100" />
      )}
    </label>
  )
}

const cardStyle = [
  'flex min-h-13 items-center gap-3 rounded-md border-[1.5px] border-input bg-raised px-4 py-3',
  'transition-[background-color,box-shadow] duration-(--dur-quick) hover:bg-sunken',
  'has-checked:border-primary has-checked:bg-secondary has-checked:text-secondary-foreground',
  'has-checked:shadow-[inset_0_0_0_1.5px_var(--accent)] forced-colors:has-checked:outline-2',
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring has-disabled:opacity-55',
].join(' ')
