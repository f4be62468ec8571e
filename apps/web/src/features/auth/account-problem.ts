import { ApiProblem, type ProblemCode } from '@repo/api-client'
import type { FormProblem } from './form-problem.ts'

const problems: Partial<Record<ProblemCode, FormProblem>> = {
  CREDENTIALS_INVALID: 'credentials',
  EMAIL_TAKEN: 'emailTaken',
  SIGNUP_CLOSED: 'signupClosed',
  RATE_LIMITED: 'rateLimited',
  VALIDATION_FAILED: 'refused',
  LINK_INVALID: 'linkInvalid',
  SECOND_FACTOR_INVALID: 'code',
  EMAIL_UNAVAILABLE: 'emailUnavailable',
  OFFLINE: 'offline',
}

/** What a refused sign-in or sign-up says to the person. */
export function accountProblem(error: unknown): FormProblem {
  return (error instanceof ApiProblem && problems[error.code]) || 'unknown'
}
