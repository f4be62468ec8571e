import { Served } from '@/components/plate/served.tsx'

/** Clean plates, side by side. */
export function ThreePlates() {
  return (
    <span aria-hidden className="flex">
      {['', '-ml-4', '-ml-4'].map((overlap, at) => (
        <Served key={at} className={`w-24 ${overlap}`} />
      ))}
    </span>
  )
}
