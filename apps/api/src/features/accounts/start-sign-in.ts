import { uuidv7 } from '@repo/auth'
import { staffSession } from '@repo/config/limits'
import { tokenFamilies } from '@repo/db/schema'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { hashNetwork } from '../../security/hash-network.ts'
import { startFamily } from '../../security/refresh-family.ts'
import { deviceLabel } from './device-label.ts'
import { endSignIns } from './end-sign-ins.ts'
import { grantAccess, type SignedIn } from './grant-access.ts'
import type { Visitor } from './visitor.ts'

/** Signs a person in who has proved who they are. Beyond ten sign-ins the oldest ends. */
export async function startSignIn(ctx: Ctx, userId: string, visitor: Visitor): Promise<SignedIn> {
  const { deps, clientAddress, requestId } = ctx
  const familyId = uuidv7()
  const grant = await deps.gateway.run({ kind: 'user', userId, familyId }, async (tx) => {
    const grant = await startFamily(tx, deps, {
      familyId,
      kind: 'staff',
      userId,
      deviceLabel: deviceLabel(visitor.userAgent),
    })
    const older = await tx.db
      .select({ id: tokenFamilies.id })
      .from(tokenFamilies)
      .where(and(eq(tokenFamilies.userId, userId), isNull(tokenFamilies.revokedAt)))
      .orderBy(desc(tokenFamilies.createdAt), desc(tokenFamilies.id))
      .offset(staffSession.maxPerAccount)
    const surplus = older.map(({ id }) => id)
    if (surplus.length > 0) await endSignIns(tx, deps, { userId, only: surplus, reason: 'surplus' })
    const entry = securityEntry('auth.login_ok', {
      userId,
      familyId,
      network: hashNetwork(deps, clientAddress),
    })
    await tx.append([entry], { actor: `user:${userId}`, requestId })
    return grant
  })
  return grantAccess(deps, grant, userId, visitor)
}
