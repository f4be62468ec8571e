import { AuthError } from '@repo/auth'
import { TooLate } from '@repo/db'
import { type ErrorCode, errorStatus, type Problem } from '@repo/schemas/contract'
import { redact } from '../log/redact.ts'
import { rateLimitHeaders } from '../security/rate-limit-headers.ts'
import { RateLimited } from '../security/rate-limiter.ts'
import { ApiError } from './api-error.ts'
import { type ResponseVars, responseHeaders } from './headers.ts'

const titles: Partial<Record<ErrorCode, string>> = {
  INTERNAL: 'Something went wrong on our side',
  NOT_FOUND: 'Not found, or not visible to you',
  RATE_LIMITED: 'Too many requests',
}

/**
 * Answers with a problem document (RFC 9457). Unknown errors show only the request id, unless the answer is
 * `detailed`: then their message and stack, redacted like in the log.
 */
export function problem(
  c: { var: ResponseVars },
  error: unknown,
  extraHeaders?: Record<string, string>,
  detailed = false,
): Response {
  const { status, headers, body } = problemParts(c.var, detailed ? withDetails(error) : error)
  return new Response(body, { status, headers: { ...headers, ...extraHeaders } })
}

/** The same without a `Response`, for connections that never became a request. */
export function problemParts(
  vars: ResponseVars,
  error: unknown,
): { status: number; headers: Record<string, string>; body: string } {
  const known = toApiError(error)
  const { code, extras } = known
  const body: Problem = {
    type: `urn:restai:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: titles[code] ?? sentence(code),
    status: errorStatus[code],
    code,
    requestId: vars.requestId,
    ...extras,
  }
  const headers = responseHeaders(
    { var: vars },
    { 'content-type': 'application/problem+json; charset=utf-8' },
  )
  if (known instanceof RateLimited) rateLimitHeaders(headers, known.limit)
  if (body.status === 401) headers['www-authenticate'] = authenticateHeader(code)
  if (extras.retryAfterSeconds !== undefined) headers['retry-after'] = String(extras.retryAfterSeconds)
  return { status: body.status, headers, body: JSON.stringify(body) }
}

function withDetails(error: unknown): ApiError {
  const known = toApiError(error)
  if (known.code !== 'INTERNAL' || !(error instanceof Error)) return known
  const { message, stack } = redact(error) as { message: string; stack: string }
  return new ApiError('INTERNAL', { detail: message, stack })
}

function toApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError(error instanceof AuthError ? error.code : (databaseRefusal(error) ?? 'INTERNAL'))
}

/** Refusals that PostgreSQL itself makes under contention or overload, not server errors. */
function databaseRefusal(error: unknown): ErrorCode | undefined {
  if (error instanceof TooLate) return 'UNAVAILABLE'
  const code = (error as { code?: unknown } | null)?.code
  if (code === '55P03' || code === '40P01' || code === '40001') return 'CONFLICT'
  if (
    code === 'CONNECT_TIMEOUT' ||
    code === 'CONNECTION_CLOSED' ||
    code === 'ECONNREFUSED' ||
    code === '57014' ||
    code === '25P04' ||
    code === '57P01' ||
    code === '57P03'
  )
    return 'UNAVAILABLE'
  return undefined
}

const sentence = (code: ErrorCode): string => {
  const words = code.toLowerCase().replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

const authenticateHeader = (code: ErrorCode): string =>
  code === 'TOKEN_MISSING' ? 'Bearer' : `Bearer error="invalid_token", error_description="${code}"`
