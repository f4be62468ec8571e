import type { FieldError, RegisterInput } from '@repo/schemas/contract'
import { ApiError, fieldError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { isSameSecret } from '../../security/is-same-secret.ts'
import { passwordErrors } from './password-errors.ts'

/**
 * Counts an attempt to sign up once its input is right, so that mistyping locks no owner out, and before its token is
 * looked at, so that guessing one does.
 * @throws SIGNUP_CLOSED for sign-ups not allowed here, VALIDATION_FAILED with every wrong field, RATE_LIMITED
 */
export async function checkRegistration({ deps, clientAddress }: Ctx, input: RegisterInput): Promise<void> {
  const { env, limiter } = deps
  if (env.SIGNUP === 'closed') throw new ApiError('SIGNUP_CLOSED')
  const { password, email, name, organizationName, branchName } = input
  const errors = [
    ...passwordErrors(password, [email, name, organizationName, branchName]),
    ...timeZoneErrors(input.timeZone),
  ]
  if (errors.length > 0) throw new ApiError('VALIDATION_FAILED', { errors })
  await limiter.takeKey('signUpPerAddress', clientAddress)
  if (env.SIGNUP === 'token' && !isSignupToken(input.signupToken, env.SIGNUP_TOKEN))
    throw fieldError('SIGNUP_CLOSED', 'signupToken', 'is not the sign-up token of this installation')
}

/** A missing value never matches. */
const isSignupToken = (given: string | undefined, expected: string | undefined): boolean =>
  given !== undefined && expected !== undefined && isSameSecret(given, expected)

const timeZoneErrors = (timeZone: string): FieldError[] =>
  isTimeZone(timeZone)
    ? []
    : [{ field: 'timeZone', code: 'UNKNOWN_VALUE', message: 'is not a time zone of the IANA database' }]

/** Whether the name is in the IANA database. Browsers also send names that `Intl.supportedValuesOf` leaves out. */
function isTimeZone(timeZone: string): boolean {
  if (!/^(UTC|[A-Za-z_]+(\/[\w+-]+)+)$/.test(timeZone)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
