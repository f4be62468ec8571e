import { networkInterfaces } from 'node:os'
import { setTimeout } from 'node:timers/promises'

type QuietNetwork = { quietMs?: number; timeoutMs?: number; read?: () => unknown }

/**
 * Waits until no network of this machine has come, gone or changed its address for `quietMs`: Chromium gives up what it
 * is loading when one does, and those of containers that have just started still do.
 * Resolves to false when they are not quiet within `timeoutMs`.
 */
export async function waitForQuietNetwork({
  quietMs = 3_000,
  timeoutMs = 30_000,
  read = networkInterfaces,
}: QuietNetwork = {}): Promise<boolean> {
  const end = performance.now() + timeoutMs
  let seen = JSON.stringify(read())
  let since = performance.now()
  while (performance.now() - since < quietMs) {
    if (performance.now() > end) return false
    await setTimeout(Math.min(quietMs / 10, 200))
    const now = JSON.stringify(read())
    if (now !== seen) since = performance.now()
    seen = now
  }
  return true
}
