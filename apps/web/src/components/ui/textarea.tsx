import type { ComponentProps } from 'react'
import { cn } from '@/lib/cn.ts'
import { inputStyle } from './input.tsx'

export function Textarea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  return <textarea {...rest} rows={rows} className={cn(inputStyle, 'field-sizing-content', className)} />
}
