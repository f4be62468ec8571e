import type { ProblemCode } from './api-problem.ts'

const unanswered: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'OFFLINE',
  'UNAVAILABLE',
  'OVERLOADED',
  'INTERNAL',
  'REQUEST_TIMEOUT',
  'RATE_LIMITED',
  'IDEMPOTENCY_IN_PROGRESS',
])

/**
 * Whether nothing has been decided: no answer came, a fault did, or the server asks to come back later. The same call
 * may be sent again, and an earlier try of it may or may not have been carried out.
 */
export const isUnanswered = (code: ProblemCode): boolean => unanswered.has(code)
