import { ApiProblem, type ProblemCode } from '@repo/api-client'
import type { Messages } from '@/lib/i18n/messages.ts'

export type AccountFault = keyof Messages['account']['problem']

const faults: Partial<Record<ProblemCode, AccountFault>> = {
  CREDENTIALS_INVALID: 'credentials',
  SECOND_FACTOR_INVALID: 'code',
  VALIDATION_FAILED: 'weak',
  RATE_LIMITED: 'rateLimited',
  EMAIL_UNAVAILABLE: 'emailUnavailable',
  OFFLINE: 'offline',
}

/** Why a change of your own account was refused, as a key of `account.problem`. */
export const accountFault = (error: unknown): AccountFault =>
  (error instanceof ApiProblem && faults[error.code]) || 'unknown'
