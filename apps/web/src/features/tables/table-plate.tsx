import { Served } from '@/components/plate/served.tsx'

/** A table's number on a small plate. */
export function TablePlate({ label }: { label: string }) {
  return (
    <span aria-hidden className="relative grid w-12 shrink-0 place-items-center">
      <Served small />
      <span className="type-dish absolute text-[oklch(0.235_0.022_55)]">{label}</span>
    </span>
  )
}
