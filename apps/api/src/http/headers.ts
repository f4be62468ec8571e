import { rateLimitHeaders } from '../security/rate-limit-headers.ts'
import type { LimitState } from '../security/rate-limiter.ts'

/**
 * Headers that every API response starts with. They are given to the one `Response`: touching the headers of an
 * existing response leaves the server's fast path.
 */
export const baseHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  // On answers without a grant too: a shared cache must not hand them to an origin that has one.
  vary: 'origin',
  'x-content-type-options': 'nosniff',
  // For scanners and old browsers; `frame-ancestors` forbids all framing.
  'x-frame-options': 'SAMEORIGIN',
  // The browser filter that this disables had vulnerabilities itself.
  'x-xss-protection': '0',
} as const

/** What the headers of an answer depend on. */
export type ResponseVars = {
  requestId: string
  corsHeaders: Record<string, string> | undefined
  limit: LimitState | undefined
}

/** The headers of one response: the base, the request's id, what CORS grants, its limit, and what the route adds. */
export function responseHeaders(
  c: { var: ResponseVars },
  extra?: Record<string, string>,
): Record<string, string> {
  // Hono creates `var` anew on every read.
  const { requestId, corsHeaders, limit } = c.var
  const headers: Record<string, string> = { ...baseHeaders, 'x-request-id': requestId }
  if (corsHeaders) Object.assign(headers, corsHeaders)
  if (limit) rateLimitHeaders(headers, limit)
  if (extra) Object.assign(headers, extra)
  return headers
}
