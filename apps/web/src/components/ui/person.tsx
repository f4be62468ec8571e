import { cva, type VariantProps } from 'class-variance-authority'
import { cn } from '@/lib/cn.ts'

const backdrops = [
  'bg-bd-yolk',
  'bg-bd-sky',
  'bg-bd-beet',
  'bg-bd-lime',
  'bg-bd-peach',
  'bg-bd-basil',
  'bg-bd-tomato',
]

const personStyle = cva(
  'inline-flex shrink-0 items-center justify-center rounded-full font-bold text-bd-ink select-none',
  {
    variants: {
      size: {
        24: 'size-6 text-xs',
        28: 'size-7 text-[0.84375rem]',
        32: 'size-8 text-sm',
        44: 'size-11 text-base',
        56: 'size-14 text-xl',
      },
    },
    defaultVariants: { size: 32 },
  },
)

type PersonProps = VariantProps<typeof personStyle> & {
  name: string
  /** Counted from 0 in joining order. */
  colour: number
  className?: string
}

/** A person by initial first, backdrop colour second. The name must stand beside it in words. */
export function Person({ name, colour, size, className }: PersonProps) {
  const backdrop = backdrops[colour % backdrops.length]
  return (
    <span aria-hidden className={cn(personStyle({ size }), backdrop, className)}>
      {Array.from(name.trim())[0]?.toLocaleUpperCase()}
    </span>
  )
}
