import { accountTokens } from '@repo/db/schema'
import type { ChangeEmailInput } from '@repo/schemas/contract'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError, fieldError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import type { Deps } from '../../http/deps.ts'
import { emailChangeAskedMail, emailChangeMail, emailInUseMail } from '../../senders/mail-texts.ts'
import { addAccountToken } from './add-account-token.ts'
import { pageLink } from './page-link.ts'
import { readCredentials } from './read-credentials.ts'
import { sendInBackground } from './send-in-background.ts'

/**
 * Mails a link to the new address, and a notice to the present one. Whether the new one has an account is looked at after
 * the answer, so neither its words nor its time tell; its owner gets a notice instead of the link.
 * @throws VALIDATION_FAILED for the present address, RATE_LIMITED, EMAIL_UNAVAILABLE where no mail server is configured
 */
export async function requestEmailChange(
  { deps, actor }: Ctx<UserActor>,
  input: ChangeEmailInput,
): Promise<void> {
  if (!deps.senders.email) throw new ApiError('EMAIL_UNAVAILABLE')
  const { userId } = actor
  const { email: present } = await readCredentials(deps, userId)
  if (input.email === present.toLowerCase())
    throw fieldError('VALIDATION_FAILED', 'email', 'is already the address of this account')
  await deps.limiter.takeKey('emailChange', userId)
  sendInBackground(deps, { to: present, ...emailChangeAskedMail(input.locale) })
  deps.background.run('send a link to a new address', () => sendLink(deps, userId, input))
}

async function sendLink(deps: Deps, userId: string, { email, locale }: ChangeEmailInput): Promise<void> {
  const { gateway, limiter, now, senders } = deps
  try {
    await limiter.takeKey('recover', email)
  } catch {
    return
  }
  const [taken] = await gateway.lookup`select user_id from app.find_login(${email})`
  if (taken) {
    await senders.email?.send({ to: email, ...emailInUseMail(locale) })
    return
  }
  const kind = 'email-change'
  const token = await gateway.run({ kind: 'user', userId }, async (tx) => {
    await tx.db
      .update(accountTokens)
      .set({ usedAt: now().toISOString() })
      .where(
        and(eq(accountTokens.userId, userId), eq(accountTokens.kind, kind), isNull(accountTokens.usedAt)),
      )
    return addAccountToken(tx, deps, { kind, userId, newEmail: email })
  })
  const url = pageLink(deps, '/confirm-email', token)
  await senders.email?.send({ to: email, ...emailChangeMail(locale, url) })
}
