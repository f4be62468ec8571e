import { ApiProblem, type ProblemCode } from '@repo/api-client'

const faults = {
  VALIDATION_FAILED: 'destination',
  OTP_INVALID: 'wrong',
  OTP_EXPIRED: 'expired',
  OTP_LOCKED: 'locked',
  RATE_LIMITED: 'wait',
  EMAIL_UNAVAILABLE: 'noEmail',
  SMS_UNAVAILABLE: 'noSms',
  OFFLINE: 'offline',
} as const satisfies Partial<Record<ProblemCode, string>>

export type Fault = (typeof faults)[keyof typeof faults] | 'unknown'

/** Why it did not work, as a key of `orders.history.fault`. */
export const faultOf = (error: unknown): Fault =>
  (error instanceof ApiProblem && faults[error.code as keyof typeof faults]) || 'unknown'
