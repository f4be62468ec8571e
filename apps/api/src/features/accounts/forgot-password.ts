import { newOneTimeToken, oneTimeHashes } from '@repo/auth'
import { accountToken } from '@repo/config/limits'
import { accountTokens } from '@repo/db/schema'
import type { ForgotPasswordInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import type { Deps } from '../../http/deps.ts'
import { toInstant } from '../../security/family-lifetimes.ts'
import { passwordResetMail } from '../../senders/mail-texts.ts'
import { pageLink } from './page-link.ts'

/**
 * Sends a link that sets a new password. Whether the address has an account is looked at after the answer, so neither
 * its words nor its time tell. @throws EMAIL_UNAVAILABLE where no mail server is configured
 */
export async function forgotPassword({ deps }: Ctx, input: ForgotPasswordInput): Promise<void> {
  if (!deps.senders.email) throw new ApiError('EMAIL_UNAVAILABLE')
  deps.background.run('send a password link', () => sendLink(deps, input))
}

async function sendLink(deps: Deps, { email, locale }: ForgotPasswordInput): Promise<void> {
  const { gateway, env, limiter, now, senders } = deps
  try {
    await limiter.takeKey('recover', email)
  } catch {
    return
  }
  const [login] = await gateway.lookup<{ userId: string; disabled: boolean }[]>`
    select user_id as "userId", disabled from app.find_login(${email})`
  if (!login || login.disabled) return
  const { userId } = login
  const token = newOneTimeToken()
  const [tokenHash = ''] = oneTimeHashes(token, [env.JWT_REFRESH_SECRET])
  const expiresAt = toInstant(now().getTime() + accountToken.passwordResetSeconds * 1_000)
  await gateway.run({ kind: 'user', userId }, ({ db }) =>
    db.insert(accountTokens).values({ tokenHash, kind: 'password-reset', userId, expiresAt }),
  )
  const url = pageLink(deps, '/reset-password', token)
  await senders.email?.send({ to: email, ...passwordResetMail(locale, url) })
}
