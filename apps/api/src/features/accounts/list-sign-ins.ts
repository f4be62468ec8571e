import { refreshToken } from '@repo/config/limits'
import { tokenFamilies } from '@repo/db/schema'
import type { SignInList } from '@repo/schemas/contract'
import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { secondsAfter } from '../../security/seconds-after.ts'

/** Where the caller is signed in, the last used first. */
export async function listSignIns({ deps, actor, now }: Ctx<UserActor>): Promise<SignInList> {
  const { userId, familyId } = actor
  const idleSince = secondsAfter(now, -refreshToken.staff.idleSeconds)
  const rows = await deps.gateway.run({ kind: 'user', userId }, ({ db }) =>
    db
      .select({
        id: tokenFamilies.id,
        deviceLabel: tokenFamilies.deviceLabel,
        createdAt: tokenFamilies.createdAt,
        lastUsedAt: tokenFamilies.lastUsedAt,
      })
      .from(tokenFamilies)
      .where(
        and(
          eq(tokenFamilies.userId, userId),
          isNull(tokenFamilies.revokedAt),
          gt(tokenFamilies.absoluteExpiresAt, now.toISOString()),
          gt(tokenFamilies.lastUsedAt, idleSince),
        ),
      )
      .orderBy(desc(tokenFamilies.lastUsedAt), desc(tokenFamilies.id)),
  )
  return { signIns: rows.map((row) => ({ ...row, current: row.id === familyId })) }
}
