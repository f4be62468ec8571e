import { hashPassword } from '@repo/auth'
import type { ResetPasswordInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { passwordChangedMail } from '../../senders/mail-texts.ts'
import { findAccountToken } from './find-account-token.ts'
import { passwordErrors } from './password-errors.ts'
import { redeemLink } from './redeem-link.ts'
import { replacePassword } from './replace-password.ts'
import { sendInBackground } from './send-in-background.ts'

/**
 * Sets a new password with the link that was sent, once, and ends every sign-in of the person.
 * @throws LINK_INVALID for an unknown, used or old link, VALIDATION_FAILED, which leaves the link usable
 */
export async function resetPassword({ deps, requestId }: Ctx, input: ResetPasswordInput): Promise<void> {
  const { token } = input
  const kind = 'password-reset'
  const found = await findAccountToken(deps, token, kind)
  if (!found) throw new ApiError('LINK_INVALID')
  const { userId, email, name } = found
  const errors = passwordErrors(input.password, [email, name])
  if (errors.length > 0) throw new ApiError('VALIDATION_FAILED', { errors })
  const passwordHash = await hashPassword(input.password)
  await deps.gateway.run({ kind: 'user', userId }, async (tx) => {
    await redeemLink(tx, deps, { token, kind, userId })
    await replacePassword(tx, deps, { userId, passwordHash })
    await tx.append([securityEntry('auth.password_reset', { userId })], {
      actor: `user:${userId}`,
      requestId,
    })
  })
  sendInBackground(deps, { to: email, ...passwordChangedMail(input.locale) })
}
