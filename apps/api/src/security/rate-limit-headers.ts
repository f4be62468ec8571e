import type { LimitState } from './rate-limiter.ts'

/**
 * What a caller may still do, in both families that clients know: one header per number, with the reset as seconds from
 * now (`RateLimit-`) and as a Unix time (`X-RateLimit-`), and the structured fields of the IETF draft.
 */
export function rateLimitHeaders(headers: Record<string, string>, state: LimitState): void {
  const { name, max, windowSeconds, remaining, resetSeconds } = state
  const limit = String(max)
  const left = String(remaining)
  headers['ratelimit-limit'] = limit
  headers['ratelimit-remaining'] = left
  headers['ratelimit-reset'] = String(resetSeconds)
  headers['x-ratelimit-limit'] = limit
  headers['x-ratelimit-remaining'] = left
  headers['x-ratelimit-reset'] = String(Math.ceil(Date.now() / 1_000) + resetSeconds)
  headers['ratelimit-policy'] = `"${name}";q=${limit};w=${windowSeconds}`
  headers.ratelimit = `"${name}";r=${left};t=${resetSeconds}`
}

export const rateLimitHeaderNames = [
  'ratelimit',
  'ratelimit-policy',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
] as const
