import { Check } from 'lucide-react'
import { cn } from '@/lib/cn.ts'

type StepListProps = { label: string; steps: readonly string[]; current: number }

export function StepList({ label, steps, current }: StepListProps) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-5 gap-y-2">
      {steps.map((step, at) => (
        <li
          key={step}
          aria-current={at === current ? 'step' : undefined}
          className="type-label flex items-center gap-2.5"
        >
          <span
            className={cn(dotStyle, at < current ? doneStyle : at === current ? currentStyle : nextStyle)}
          >
            {at < current ? <Check size={16} strokeWidth={3} /> : at + 1}
          </span>
          <span className={cn(at !== current && 'text-muted-foreground')}>{step}</span>
        </li>
      ))}
    </ol>
  )
}

const dotStyle = 'flex size-7 items-center justify-center rounded-full border-2 text-sm font-bold'
const nextStyle = 'border-input text-muted-foreground'
const doneStyle = 'border-success bg-success text-success-ink'
const currentStyle = 'border-ink bg-ink text-background'
