import { cn } from '@/lib/cn.ts'

/** The RestAI mark: a corner of a QR code that is also a plate. Takes the text colour. */
export function RestaiMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cn('aspect-square', className)}>
      <path
        fill="currentColor"
        fillRule="evenodd"
        d="M10 0h12a10 10 0 0 1 10 10v12a10 10 0 0 1-10 10H10A10 10 0 0 1 0 22V10A10 10 0 0 1 10 0Zm1 4.5A6.5 6.5 0 0 0 4.5 11v10a6.5 6.5 0 0 0 6.5 6.5h10a6.5 6.5 0 0 0 6.5-6.5V11A6.5 6.5 0 0 0 21 4.5Z"
      />
      <circle cx="16" cy="16" r="6.75" fill="currentColor" />
    </svg>
  )
}
