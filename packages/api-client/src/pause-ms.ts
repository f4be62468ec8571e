import { ApiProblem } from './api-problem.ts'

/** How long to wait before a call is made again, ms: at least this, and as long as the server asks for. */
export function pauseMs(error: unknown, leastMs: number): number {
  const seconds = error instanceof ApiProblem ? (error.problem?.retryAfterSeconds ?? 0) : 0
  return Math.max(leastMs, seconds * 1_000)
}
