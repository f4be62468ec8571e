import { poll } from './poll.ts'
import type { Child } from './start-child.ts'

/** Waits for any answer below 500 from a child's address; rejects with the child's last lines when none comes. */
export async function waitUntilItAnswers(child: Child, url: string, timeoutMs: number): Promise<void> {
  let seen = ''
  const crashed = () => child.lines.some((line) => line.startsWith('Failed running'))
  const answers = async () => {
    try {
      const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
      seen = `${url} answered ${status}`
      return status < 500
    } catch {
      return false
    }
  }
  const ready = await poll(async () => child.hasEnded() || crashed() || answers(), timeoutMs)
  if (ready && !child.hasEnded() && !crashed()) return
  const why = child.hasEnded()
    ? await child.ended
    : crashed()
      ? 'it crashed'
      : seen || `${url} did not answer`
  throw new Error([`${child.name} did not start: ${why}`, ...child.lines.slice(-30)].join('\n'))
}
