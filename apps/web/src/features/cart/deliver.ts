import { ApiProblem, isUnanswered, pauseMs } from '@repo/api-client'

/** Retries after the first try; then a person decides. */
export const maxRetries = 6
const firstDelayMs = 500
const longestDelayMs = 8_000

type Deliver<Reply> = {
  send: () => Promise<Reply>
  /** Waits, or returns earlier when the network is back. */
  pause: (delayMs: number) => Promise<void>
  /** No definite answer came; it is tried again. */
  onUnanswered: () => void
  random?: () => number
}

/**
 * Sends until there is a definite answer, waiting a random time that grows (full jitter) so that a restaurant full of
 * phones does not come back at once. @throws ApiProblem: a refusal, or the last missing answer
 */
export async function deliver<Reply>({
  send,
  pause,
  onUnanswered,
  random = Math.random,
}: Deliver<Reply>): Promise<Reply> {
  for (let retry = 0; ; retry += 1) {
    try {
      return await send()
    } catch (error) {
      if (!isUndecided(error) || retry === maxRetries) throw error
      onUnanswered()
      await pause(pauseMs(error, 0) + random() * Math.min(longestDelayMs, firstDelayMs * 2 ** retry))
    }
  }
}

/** Whether the order may or may not have been taken: the same key may be sent again, and must be. */
export const isUndecided = (error: unknown): boolean =>
  error instanceof ApiProblem && isUnanswered(error.code)
