import type { ForgotPasswordInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import type { Deps } from '../../http/deps.ts'
import { passwordResetMail } from '../../senders/mail-texts.ts'
import { addAccountToken } from './add-account-token.ts'
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
  const { gateway, limiter, senders } = deps
  try {
    await limiter.takeKey('recover', email)
  } catch {
    return
  }
  const [login] = await gateway.lookup<{ userId: string; disabled: boolean }[]>`
    select user_id as "userId", disabled from app.find_login(${email})`
  if (!login || login.disabled) return
  const { userId } = login
  const token = await gateway.run({ kind: 'user', userId }, (tx) =>
    addAccountToken(tx, deps, { kind: 'password-reset', userId }),
  )
  const url = pageLink(deps, '/reset-password', token)
  await senders.email?.send({ to: email, ...passwordResetMail(locale, url) })
}
