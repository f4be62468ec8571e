import { poll } from '../processes/poll.ts'
import type { Child } from '../processes/start-child.ts'

/** Waits for any answer over HTTP and returns its status; rejects with the child's last lines when none comes. */
export async function waitUntilItAnswers(child: Child, url: string, timeoutMs: number): Promise<number> {
  let status: number | undefined
  const end = AbortSignal.timeout(timeoutMs)
  const answers = async () => {
    const response = await fetch(url, { redirect: 'manual', signal: end }).catch(() => undefined)
    status = response?.status
    await response?.body?.cancel()
    return status !== undefined
  }
  const crashed = () => child.lines.some((line) => line.startsWith('Failed running'))
  await poll(async () => child.hasEnded() || crashed() || answers(), timeoutMs)
  if (status !== undefined) return status
  const why = child.hasEnded() ? await child.ended : crashed() ? 'it crashed' : `${url} does not answer`
  throw new Error([`${child.name} did not start: ${why}`, ...child.lines.slice(-30)].join('\n'))
}
