import { ApiProblem } from '@repo/api-client'

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
      if (!isUnanswered(error) || retry === maxRetries) throw error
      onUnanswered()
      await pause(random() * Math.min(longestDelayMs, firstDelayMs * 2 ** retry))
    }
  }
}

/** Whether the request may or may not have been carried out: the same key may be sent again, and must be. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ApiProblem && uncertain.has(error.code)
}

const uncertain = new Set<ApiProblem['code']>([
  'OFFLINE',
  'UNAVAILABLE',
  'OVERLOADED',
  'INTERNAL',
  'REQUEST_TIMEOUT',
  'IDEMPOTENCY_IN_PROGRESS',
])
