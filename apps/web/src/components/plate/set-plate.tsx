import { Served } from './served.tsx'

/** A plate with cutlery: a dish that has no picture yet. */
export function SetPlate({ className }: { className?: string }) {
  return <Served picture={null} {...(className && { className })} />
}
