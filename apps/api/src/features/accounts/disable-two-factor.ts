import { recoveryCodes, userTotp } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { recordSecurityEvent } from '../../security/record-security-event.ts'

/** Turns the caller's second factor off and forgets its recovery codes. An owner who must have one enrols again next. */
export async function disableTwoFactor({ deps, actor, author }: Ctx<UserActor>): Promise<void> {
  const { userId } = actor
  await deps.gateway.run({ kind: 'user', userId }, async ({ db }) => {
    await db.delete(userTotp).where(eq(userTotp.userId, userId))
    await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
  })
  await recordSecurityEvent(deps, author, 'auth.two_factor_disabled', { userId })
}
