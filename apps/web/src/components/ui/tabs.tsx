'use client'

import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

type Tab<Value extends string> = { value: Value; label: ReactNode; panel?: ReactNode }

type TabsProps<Value extends string> = {
  label: string
  tabs: readonly Tab<Value>[]
  value: Value
  onValueChange: (value: Value) => void
  className?: string
}

/** Views of one place on one track; arrow keys move between them. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onValueChange,
  className,
}: TabsProps<Value>) {
  const id = useId()
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const at = tabs.findIndex((tab) => tab.value === value)
    const next = tabs[(at + step + tabs.length) % tabs.length]
    if (!next) return
    onValueChange(next.value)
    document.getElementById(`${id}-${next.value}`)?.focus()
  }
  const panel = tabs.find((tab) => tab.value === value)?.panel
  return (
    <>
      <div role="tablist" aria-label={label} onKeyDown={move} className={cn(trackStyle, className)}>
        {tabs.map((tab) => (
          <button
            key={tab.value}
            id={`${id}-${tab.value}`}
            type="button"
            role="tab"
            aria-selected={tab.value === value}
            aria-controls={panel ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onValueChange(tab.value)}
            className={pillStyle}
          >
            {tab.label}
          </button>
        ))}
      </div>
      {panel && (
        <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${value}`}>
          {panel}
        </div>
      )}
    </>
  )
}

const trackStyle = 'flex max-w-full gap-0.5 overflow-x-auto rounded-full bg-sunken p-1 scrollbar-none'

const pillStyle = [
  'type-label min-h-11 flex-1 rounded-full px-4.5 whitespace-nowrap text-muted-foreground hover:text-ink',
  'aria-selected:bg-raised aria-selected:text-ink aria-selected:shadow-resting',
].join(' ')
