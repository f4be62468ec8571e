import { isLoopback } from '../options.ts'
import { Skipped } from '../skipped.ts'
import type { Target } from '../target.ts'

/** @throws Skipped on this machine itself, where plain http is harmless; Error on any other host */
export function demandHttps({ options: { site } }: Target): void {
  if (site.protocol === 'https:') return
  if (isLoopback(site.hostname)) throw new Skipped('needs an https address')
  throw new Error(`${site.origin} is plain http`)
}
