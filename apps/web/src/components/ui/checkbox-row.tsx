import { Check } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn.ts'
import { ChoiceRowWords, type ChoiceRowWordsProps } from './choice-row-words.tsx'

type CheckboxRowProps = Omit<ComponentProps<'input'>, 'type'> & ChoiceRowWordsProps

export function CheckboxRow({ label, detail, end, className, ...input }: CheckboxRowProps) {
  return (
    <label className={cn('group flex min-h-13 items-center gap-3 py-2 has-disabled:opacity-55', className)}>
      <input {...input} type="checkbox" className="peer sr-only" />
      <span className={boxStyle} aria-hidden>
        <Check size={18} strokeWidth={3} className="hidden group-has-checked:block" />
      </span>
      <ChoiceRowWords label={label} detail={detail} end={end} />
    </label>
  )
}

const boxStyle = [
  'flex size-6 shrink-0 items-center justify-center rounded-xs border-2 border-input bg-raised text-primary-foreground',
  'peer-checked:border-primary peer-checked:bg-primary forced-colors:peer-checked:outline-2',
  'peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ring',
].join(' ')
