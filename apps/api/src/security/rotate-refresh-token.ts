import { decideRotation, type RotationDecision } from '@repo/auth'
import type { Tx } from '@repo/db'
import { refreshTokens, tokenFamilies } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ApiError } from '../http/api-error.ts'
import { type FamilyKind, nextExpiryMs, toInstant } from './family-lifetimes.ts'

export type Rotation = {
  kind: FamilyKind
  familyId: string
  tokenHash: string
  attemptHash: string
  successorHash: string
  nowMs: number
}

/** Decides what a token's use means and does it. Refusals are returned: an error would roll back the revocation. */
export async function rotateRefreshToken(
  tx: Tx,
  { kind, familyId, tokenHash, attemptHash, successorHash, nowMs }: Rotation,
): Promise<{ decision: RotationDecision; expiresAtMs: number }> {
  const { family, current, successor } = await lockFamily(tx, familyId, tokenHash)
  const absoluteExpiresAtMs = Date.parse(family.absoluteExpiresAt)
  const expiresAtMs = Math.min(Date.parse(current.expiresAt), absoluteExpiresAtMs)
  const decision = decideRotation(
    {
      familyRevoked: family.revokedAt !== null,
      expired: expiresAtMs <= nowMs,
      rotatedBy: current.attemptHash,
      successorUsed: successor !== null && successor.attemptHash !== null,
    },
    attemptHash,
  )
  if (decision === 'reuse') await revokeFamily(tx, familyId, nowMs, 'reuse')
  if (decision === 'repeat-successor' && successor)
    return { decision, expiresAtMs: Date.parse(successor.expiresAt) }
  if (decision !== 'rotate') return { decision, expiresAtMs }
  const nextMs = nextExpiryMs(kind, nowMs, absoluteExpiresAtMs)
  await tx.db
    .update(refreshTokens)
    .set({ rotatedAt: toInstant(nowMs), attemptHash, successorHash })
    .where(eq(refreshTokens.tokenHash, tokenHash))
  await tx.db
    .update(tokenFamilies)
    .set({ lastUsedAt: toInstant(nowMs) })
    .where(eq(tokenFamilies.id, familyId))
  await tx.db
    .insert(refreshTokens)
    .values({ tokenHash: successorHash, familyId, expiresAt: toInstant(nextMs) })
  return { decision, expiresAtMs: nextMs }
}

/** Locks the family, then reads the token: renewals of one family wait for each other and see what the last one did. */
async function lockFamily({ db }: Tx, familyId: string, tokenHash: string) {
  const successors = alias(refreshTokens, 'successors')
  const [[family], [token]] = await Promise.all([
    db.select().from(tokenFamilies).where(eq(tokenFamilies.id, familyId)).for('update'),
    db
      .select({ current: refreshTokens, successor: successors })
      .from(refreshTokens)
      .leftJoin(successors, eq(successors.tokenHash, refreshTokens.successorHash))
      .where(eq(refreshTokens.tokenHash, tokenHash)),
  ])
  if (!family || !token) throw new ApiError('TOKEN_INVALID')
  return { family, ...token }
}

/** Ends a family and returns whether it was still live; one that has ended keeps its first reason. */
export async function revokeFamily(
  { db }: Tx,
  familyId: string,
  nowMs: number,
  reason: string,
): Promise<boolean> {
  const ended = await db
    .update(tokenFamilies)
    .set({ revokedAt: toInstant(nowMs), revokedReason: reason })
    .where(and(eq(tokenFamilies.id, familyId), isNull(tokenFamilies.revokedAt)))
    .returning({ id: tokenFamilies.id })
  return ended.length > 0
}
