import type { Tx } from '@repo/db'
import type { ConfirmEmailInput } from '@repo/schemas/contract'
import { ApiError, fieldError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { emailChangedMail } from '../../senders/mail-texts.ts'
import { endSignIns } from './end-sign-ins.ts'
import { readCredentials } from './read-credentials.ts'
import { redeemLink } from './redeem-link.ts'
import { sendInBackground } from './send-in-background.ts'
import { spendLinks } from './spend-links.ts'

/**
 * Moves the caller's account to the address that the link was sent to, once, ends every other sign-in and spends open
 * links. The link works for the person who asked alone, so that a mistyped address gives no stranger an account.
 * @throws LINK_INVALID for an unknown, used, old or foreign link, EMAIL_TAKEN where the address got an account meanwhile
 */
export async function confirmEmailChange(ctx: Ctx<UserActor>, input: ConfirmEmailInput): Promise<void> {
  const { deps, actor, author } = ctx
  const { userId, familyId } = actor
  const { email: former } = await readCredentials(deps, userId)
  const link = { token: input.token, kind: 'email-change', userId } as const
  await deps.gateway.run({ kind: 'user', userId }, async (tx) => {
    const { newEmail } = await redeemLink(tx, deps, link)
    if (!newEmail) throw new ApiError('LINK_INVALID')
    await setEmail(tx, userId, newEmail)
    await spendLinks(tx, deps, userId)
    await endSignIns(tx, deps, { userId, reason: 'ended', except: familyId })
    await tx.append([securityEntry('auth.email_changed', { userId })], author)
  })
  sendInBackground(deps, { to: former, ...emailChangedMail(input.locale) })
}

async function setEmail({ sql }: Tx, userId: string, email: string): Promise<void> {
  await sql`update users set email = ${email} where id = ${userId}`.catch((error: { code?: string }) => {
    if (error.code !== '23505') throw error
    throw fieldError('EMAIL_TAKEN', 'email', 'already has an account')
  })
}
