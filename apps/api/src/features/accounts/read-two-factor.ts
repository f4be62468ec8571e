import { recoveryCodes, userTotp } from '@repo/db/schema'
import type { TwoFactor } from '@repo/schemas/contract'
import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx, UserActor } from '../../http/ctx.ts'

/** Whether the caller's second factor is on, and how many recovery codes are left. */
export function readTwoFactor({ deps, actor }: Ctx<UserActor>): Promise<TwoFactor> {
  const { userId } = actor
  return deps.gateway.run({ kind: 'user', userId }, async ({ db }) => {
    const own = and(eq(userTotp.userId, userId), isNotNull(userTotp.confirmedAt))
    const unused = and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt))
    const enabled = (await db.$count(userTotp, own)) > 0
    return { enabled, recoveryCodesLeft: enabled ? await db.$count(recoveryCodes, unused) : 0 }
  })
}
