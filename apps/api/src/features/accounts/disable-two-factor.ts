import { recoveryCodes, userTotp } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'

/** Turns the caller's second factor off and forgets its recovery codes. An owner who must have one enrols again next. */
export async function disableTwoFactor({ deps, actor, author }: Ctx<UserActor>): Promise<void> {
  const { userId } = actor
  await deps.gateway.run({ kind: 'user', userId }, async ({ db, append }) => {
    await db.delete(userTotp).where(eq(userTotp.userId, userId))
    await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
    await append([securityEntry('auth.two_factor_disabled', { userId })], author)
  })
}
