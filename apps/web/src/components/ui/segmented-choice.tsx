import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

type Segment<Value extends string> = { value: Value; label: ReactNode; icon?: ReactNode; disabled?: boolean }

type SegmentedChoiceProps<Value extends string> = {
  legend: string
  options: readonly Segment<Value>[]
  value?: Value
  defaultValue?: Value
  onValueChange?: (value: Value) => void
  name?: string
  required?: boolean
  className?: string
}

/** Pick one of a few: radios on one track. The chosen one has an accent ring and bolder text. */
export function SegmentedChoice<Value extends string>(props: SegmentedChoiceProps<Value>) {
  const { legend, options, value, defaultValue, onValueChange, required, className } = props
  const ownName = useId()
  return (
    <fieldset className={cn('min-w-0', className)}>
      <legend className="sr-only">{legend}</legend>
      <div className="flex flex-wrap gap-1 rounded-md bg-sunken p-1">
        {options.map((option) => (
          <label key={option.value} className={segmentStyle}>
            <input
              type="radio"
              className="sr-only"
              name={props.name ?? ownName}
              value={option.value}
              required={required}
              disabled={option.disabled}
              {...(value !== undefined && { checked: value === option.value })}
              {...(defaultValue !== undefined && { defaultChecked: defaultValue === option.value })}
              onChange={() => onValueChange?.(option.value)}
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

const segmentStyle = [
  'type-label flex min-h-11 flex-1 items-center justify-center gap-2 rounded-sm px-3 py-2 text-center text-muted-foreground',
  'hover:text-ink has-checked:bg-raised has-checked:text-ink has-checked:shadow-[inset_0_0_0_2px_var(--accent)]',
  'has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring',
  'has-disabled:opacity-55 forced-colors:has-checked:outline-2',
].join(' ')
