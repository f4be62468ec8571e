import { cn } from '@/lib/cn.ts'

export type WareKind = 'plate' | 'bowl' | 'glass'

/** Bare enamel or glass seen from above. Needs `<WareDefs>` once on the page; the root layout has it. */
export function Ware({ kind, className }: { kind: WareKind | 'gloss' | 'cutlery'; className?: string }) {
  return (
    <svg viewBox="0 0 800 800" aria-hidden className={cn('ware', className)}>
      <use href={`#ware-${kind}`} />
    </svg>
  )
}

/** Wares of data that may be newer than this build are served on a plate. */
export function wareOf(name: string): WareKind {
  return name === 'bowl' || name === 'glass' ? name : 'plate'
}
