import { staffSession } from '@repo/config/limits'
import type { JournalEntry, Tx } from '@repo/db'
import { tokenFamilies } from '@repo/db/schema'
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { hashNetwork } from '../../security/hash-network.ts'
import { startFamily } from '../../security/refresh-family.ts'
import { deviceLabel } from './device-label.ts'
import { endSignIns } from './end-sign-ins.ts'
import { grantStaffAccess, type SignedIn } from './grant-staff-access.ts'
import type { Visitor } from './visitor.ts'

type SignIn = {
  userId: string
  familyId: string
  visitor: Visitor
  /** What led to it and is to be journalled with it. */
  after?: JournalEntry[]
}

/**
 * Signs a person in within the caller's transaction, whose scope carries the same `familyId`; nothing is left that could
 * fail after the commit. Call it last. Beyond ten sign-ins the oldest ends.
 */
export async function beginSignIn(
  tx: Tx,
  { deps, clientAddress, requestId }: Ctx,
  { userId, familyId, visitor, after = [] }: SignIn,
): Promise<SignedIn> {
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
  const signedIn = await grantStaffAccess(deps, tx.sql, grant, userId, visitor)
  const network = hashNetwork(deps, clientAddress)
  const entry = securityEntry('auth.login_ok', { userId, familyId, network })
  await tx.append([...after, entry], { actor: `user:${userId}`, requestId })
  return signedIn
}
