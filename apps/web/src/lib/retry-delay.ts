const longestSeconds = 30
const forgottenAfterMs = 2 * longestSeconds * 1000

export type LastRetry = { attempt: number; atMs: number }

/** The next automatic try after a failure: 2, 4, 8 … 30 s; a failure long after the last one starts over. */
export function nextRetry(last: LastRetry | undefined, nowMs: number): LastRetry & { delaySeconds: number } {
  const recent = last !== undefined && nowMs - last.atMs < forgottenAfterMs
  const attempt = recent ? last.attempt + 1 : 1
  return { attempt, atMs: nowMs, delaySeconds: Math.min(longestSeconds, 2 ** attempt) }
}
