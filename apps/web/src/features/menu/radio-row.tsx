import type { ComponentProps } from 'react'
import { ChoiceRowWords, type ChoiceRowWordsProps } from '@/components/ui/choice-row-words.tsx'

type RadioRowProps = Omit<ComponentProps<'input'>, 'type'> & ChoiceRowWordsProps

/** One of several, with its price at the right edge. */
export function RadioRow({ label, detail, end, ...input }: RadioRowProps) {
  return (
    <label className="group flex min-h-13 items-center gap-3 py-2 has-disabled:opacity-55">
      <input {...input} type="radio" className="peer sr-only" />
      <span aria-hidden className={dotStyle}>
        <span className="size-2.5 rounded-full bg-primary-foreground opacity-0 group-has-checked:opacity-100" />
      </span>
      <ChoiceRowWords label={label} detail={detail} end={end} />
    </label>
  )
}

const dotStyle = [
  'flex size-6 shrink-0 items-center justify-center rounded-full border-2 border-input bg-raised',
  'peer-checked:border-primary peer-checked:bg-primary forced-colors:peer-checked:outline-2',
  'peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring',
].join(' ')
