import type { ErrorCode, FieldError, Problem } from '@repo/schemas/contract'

type Extras = {
  detail?: string
  stack?: string
  errors?: FieldError[]
  retryAfterSeconds?: number
  challenge?: string
  quote?: NonNullable<Problem['quote']>
}

/** A refusal with a stable code. Verbs throw it, `toProblem` turns it into HTTP; the message is the code. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly extras: Extras

  constructor(code: ErrorCode, extras: Extras = {}) {
    super(code)
    this.name = 'ApiError'
    this.code = code
    this.extras = extras
  }
}

/** A refusal that points at one field of the input. */
export const fieldError = (code: ErrorCode, field: string, message: string): ApiError =>
  new ApiError(code, { errors: [{ field, code, message }] })
