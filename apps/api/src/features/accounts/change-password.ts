import { hashPassword, verifyPassword } from '@repo/auth'
import type { ChangePasswordInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { recordFailedLogin } from '../../security/record-failed-login.ts'
import { passwordChangedMail } from '../../senders/mail-texts.ts'
import { forgetGuesses, type Guess, guardGuesses } from './guard-guesses.ts'
import { passwordErrors } from './password-errors.ts'
import { readCredentials } from './read-credentials.ts'
import { replacePassword } from './replace-password.ts'
import { sendInBackground } from './send-in-background.ts'

/**
 * Replaces the caller's password and ends every other sign-in of theirs.
 * @throws CREDENTIALS_INVALID for a wrong current one, VALIDATION_FAILED, RATE_LIMITED
 */
export async function changePassword(ctx: Ctx<UserActor>, input: ChangePasswordInput): Promise<void> {
  const { deps, actor, author } = ctx
  const { userId, familyId } = actor
  const guess: Guess = { what: 'own-password', account: userId, userId, browser: undefined }
  await guardGuesses(ctx, guess)
  const { email, name, passwordHash: current } = await readCredentials(deps, userId)
  if (!(await verifyPassword(input.currentPassword, current))) {
    await recordFailedLogin(ctx, userId)
    throw new ApiError('CREDENTIALS_INVALID')
  }
  await forgetGuesses(ctx, guess)
  const errors = passwordErrors(input.password, [email, name])
  if (errors.length > 0) throw new ApiError('VALIDATION_FAILED', { errors })
  const passwordHash = await hashPassword(input.password)
  await deps.gateway.run({ kind: 'user', userId }, async (tx) => {
    await replacePassword(tx, deps, { userId, passwordHash, except: familyId })
    await tx.append([securityEntry('auth.password_changed', { userId })], author)
  })
  sendInBackground(deps, { to: email, ...passwordChangedMail(input.locale) })
}
