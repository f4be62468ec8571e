/**
 * Headers that every API response is born with. They are given to the one `Response`: touching the headers of a
 * response that exists leaves the server's fast path.
 */
export const baseHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

type HeaderSource = { var: { requestId: string; corsHeaders: Record<string, string> | undefined } }

/** The headers of one response: the base, the request's id, what CORS grants, and what the route adds. */
export function responseHeaders(c: HeaderSource, extra?: Record<string, string>): Record<string, string> {
  const headers: Record<string, string> = { ...baseHeaders, 'x-request-id': c.var.requestId }
  if (c.var.corsHeaders) Object.assign(headers, c.var.corsHeaders)
  if (extra) Object.assign(headers, extra)
  return headers
}
