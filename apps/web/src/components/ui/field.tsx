import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { cn } from '@/lib/cn.ts'

type Control = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

type FieldProps = {
  label: ReactNode
  /** Stands at the end of the label's line, such as a link or "optional". */
  aside?: ReactNode
  hint?: ReactNode
  error?: ReactNode
  className?: string
  /** Receives the attributes that tie the control to its label, hint and error. */
  children: (control: Control) => ReactNode
}

export function Field({ label, aside, hint, error, className, children }: FieldProps) {
  const id = useId()
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const describedBy = [errorId, hintId].filter(Boolean).join(' ') || undefined
  return (
    <div className={cn('grid content-start gap-2', className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <label htmlFor={id} className="type-label">
          {label}
        </label>
        {aside && <span className="type-hint text-muted-foreground">{aside}</span>}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={hintId} className="type-hint text-muted-foreground">
          {hint}
        </p>
      )}
      {error && (
        <p id={errorId} className="type-hint flex gap-1.5 text-danger-text">
          <CircleAlert size={16} strokeWidth={2.4} className="mt-0.5 shrink-0" />
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
