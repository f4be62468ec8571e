import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn.ts'

export const inputStyle = [
  'min-h-13 w-full rounded-md border-[1.5px] border-input bg-raised px-4 py-2.5 text-base text-ink',
  'placeholder:text-muted-foreground transition-[border-color,box-shadow] duration-(--dur-quick)',
  'focus-visible:outline-none focus-visible:border-primary focus-visible:shadow-[inset_0_0_0_1.5px_var(--accent)]',
  'aria-invalid:border-danger aria-invalid:focus-visible:shadow-[inset_0_0_0_1.5px_var(--danger)]',
  'forced-colors:focus-visible:outline-2 disabled:bg-sunken disabled:text-muted-foreground',
].join(' ')

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cn(inputStyle, className)} />
}
