import type { ComponentProps } from 'react'

type CodeBoxesProps = Omit<ComponentProps<'input'>, 'value' | 'className'> & { value: string; length: number }

/** One field drawn as boxes, so that it can be pasted into and read as a whole. */
export function CodeBoxes({ value, length, ...input }: CodeBoxesProps) {
  return (
    <span className="relative block">
      <input
        {...input}
        value={value}
        autoComplete="one-time-code"
        spellCheck={false}
        className="peer absolute inset-0 z-10 w-full opacity-0"
      />
      <span
        aria-hidden
        className="flex gap-2 peer-focus-visible:[&>[data-next]]:border-primary peer-focus-visible:[&>[data-next]]:shadow-[inset_0_0_0_1.5px_var(--accent)] peer-aria-invalid:*:border-danger"
      >
        {Array.from({ length }, (_, at) => (
          <span
            key={at}
            data-next={at === Math.min(value.length, length - 1) || undefined}
            className="type-section flex h-15 flex-1 items-center justify-center rounded-md border-[1.5px] border-input bg-raised text-2xl"
          >
            {value[at]}
          </span>
        ))}
      </span>
    </span>
  )
}
