import { setTimeout } from 'node:timers/promises'

/** Polls until the answer is true; false when that takes longer than `timeoutMs`. */
export async function poll(ask: () => Promise<boolean>, timeoutMs: number, everyMs = 50): Promise<boolean> {
  const end = performance.now() + timeoutMs
  while (!(await ask())) {
    if (performance.now() > end) return false
    await setTimeout(everyMs)
  }
  return true
}
