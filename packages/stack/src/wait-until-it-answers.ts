import { poll } from './poll.ts'
import type { Child } from './start-child.ts'

/** Waits for an answer below 500 and returns its status; rejects with the child's last lines when none comes. */
export async function waitUntilItAnswers(child: Child, url: string, timeoutMs: number): Promise<number> {
  let status = 0
  const crashed = () => child.lines.some((line) => line.startsWith('Failed running'))
  const answers = async () => {
    try {
      const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      status = response.status
      await response.body?.cancel()
      return status < 500
    } catch {
      return false
    }
  }
  const ready = await poll(async () => child.hasEnded() || crashed() || answers(), timeoutMs)
  if (ready && !child.hasEnded() && !crashed()) return status
  const why = child.hasEnded()
    ? await child.ended
    : crashed()
      ? 'it crashed'
      : `${url} answered ${status || 'nothing'}`
  throw new Error([`${child.name} did not start: ${why}`, ...child.lines.slice(-30)].join('\n'))
}
