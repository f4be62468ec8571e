import { Minus, Plus } from 'lucide-react'
import { cn } from '@/lib/cn.ts'

type StepperProps = {
  value: number
  onValueChange: (value: number) => void
  min?: number
  max?: number
  /** What is counted, for assistive technology: "Quantity of Wok beef". */
  label: string
  lessLabel: string
  moreLabel: string
  /** `bar` fills a sunken pill (dish page), `bare` sits in a list. */
  look?: 'bar' | 'bare'
  className?: string
}

export function Stepper({
  value,
  onValueChange,
  min = 1,
  max = 99,
  look = 'bar',
  className,
  ...labels
}: StepperProps) {
  return (
    <fieldset className={cn('w-fit', look === 'bar' && 'rounded-full bg-sunken p-1', className)}>
      <legend className="sr-only">{labels.label}</legend>
      <div className="flex items-center">
        <button
          type="button"
          className={stepStyle}
          aria-label={labels.lessLabel}
          disabled={value <= min}
          onClick={() => onValueChange(value - 1)}
        >
          <Minus size={20} strokeWidth={2.4} />
        </button>
        <output className="figures min-w-6 flex-1 text-center text-[1.0625rem] font-bold">{value}</output>
        <button
          type="button"
          className={stepStyle}
          aria-label={labels.moreLabel}
          disabled={value >= max}
          onClick={() => onValueChange(value + 1)}
        >
          <Plus size={20} strokeWidth={2.4} />
        </button>
      </div>
    </fieldset>
  )
}

const stepStyle =
  'flex size-11 items-center justify-center rounded-full text-ink transition-[background-color,scale] duration-(--dur-tap) hover:bg-line active:scale-94 disabled:opacity-35'
