import { z } from 'zod'

/** Every error code that leaves the API, with its HTTP status. Codes are the contract, titles are not. */
export const errorStatus = {
  VALIDATION_FAILED: 400,
  MALFORMED_REQUEST: 400,
  UNKNOWN_FIELD: 400,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  MODIFIER_UNKNOWN: 400,
  MODIFIER_REQUIRED: 400,
  MODIFIER_TOO_MANY: 400,
  MODIFIER_QUANTITY: 400,
  OTP_INVALID: 400,
  OTP_EXPIRED: 400,
  TOKEN_MISSING: 401,
  TOKEN_INVALID: 401,
  TOKEN_EXPIRED: 401,
  TOKEN_REUSE: 401,
  TOKEN_REVOKED: 401,
  CREDENTIALS_INVALID: 401,
  SECOND_FACTOR_REQUIRED: 401,
  SECOND_FACTOR_INVALID: 401,
  FORBIDDEN: 403,
  STEP_UP_REQUIRED: 403,
  TWO_FACTOR_REQUIRED: 403,
  ORIGIN_NOT_ALLOWED: 403,
  GUEST_PENDING: 403,
  SIGNUP_CLOSED: 403,
  JOIN_CODE_INVALID: 403,
  LICENSE_NOT_ACTIVATED: 403,
  NOT_FOUND: 404,
  LINK_INVALID: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  CONFLICT: 409,
  STATE_INVALID: 409,
  EMAIL_TAKEN: 409,
  LABEL_TAKEN: 409,
  SESSION_CLOSED: 409,
  DISH_UNAVAILABLE: 409,
  SOLD_OUT: 409,
  PRICE_CHANGED: 409,
  ORDERING_PAUSED: 409,
  BRANCH_CLOSED: 409,
  TABLE_ORDER_LIMIT: 409,
  IDEMPOTENCY_IN_PROGRESS: 409,
  LICENSE_MAX_ACTIVATIONS: 409,
  BODY_TOO_LARGE: 413,
  URI_TOO_LONG: 414,
  UNSUPPORTED_MEDIA: 415,
  IDEMPOTENCY_MISMATCH: 422,
  RATE_LIMITED: 429,
  OTP_LOCKED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL: 500,
  UNAVAILABLE: 503,
  EMAIL_UNAVAILABLE: 503,
  SMS_UNAVAILABLE: 503,
  OVERLOADED: 503,
} as const

export type ErrorCode = keyof typeof errorStatus
export const errorCodes = Object.keys(errorStatus) as ErrorCode[]

export const FieldError = z.strictObject({ field: z.string(), code: z.string(), message: z.string() })
export type FieldError = z.infer<typeof FieldError>

/** Problem document of RFC 9457 with a stable `code`, the request id and field errors. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(errorCodes as [ErrorCode, ...ErrorCode[]]),
  requestId: z.string(),
  detail: z.string().optional(),
  /** Where a server error comes from; under the development command only. */
  stack: z.string().optional(),
  errors: z.array(FieldError).max(20).optional(),
  retryAfterSeconds: z.int().optional(),
  /** What a sign-in continues with; with SECOND_FACTOR_REQUIRED only. */
  challenge: z.string().optional(),
  /** The server's prices; with PRICE_CHANGED only. */
  quote: z
    .strictObject({
      totalMinor: z.int(),
      lines: z.array(z.strictObject({ dishId: z.string(), unitMinor: z.int(), lineMinor: z.int() })),
    })
    .optional(),
})
export type Problem = z.infer<typeof Problem>
