import {
  candidateHashes,
  decideRotation,
  hashAttempt,
  hashRefreshToken,
  newRefreshToken,
  successorToken,
} from '@repo/auth'
import { refreshToken as limits } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { refreshTokens, tokenFamilies } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { ApiError } from '../http/api-error.ts'
import type { Deps } from '../http/deps.ts'

type FamilyKind = 'staff' | 'customer'
type Owner = { kind: 'staff'; userId: string } | { kind: 'customer'; guestId: string }

/** A refresh token for its cookie, and how long that may live. */
export type RefreshGrant = { familyId: string; token: string; maxAgeSeconds: number }

const lifetimes = { staff: limits.staff, customer: limits.guest }

/** Starts a family with its first token, in the caller's transaction, whose scope carries the same `familyId`. */
export async function startFamily(
  { db }: Tx,
  { env, now }: Deps,
  start: Owner & { familyId: string },
): Promise<RefreshGrant> {
  const { familyId, ...owner } = start
  const nowMs = now().getTime()
  const absoluteExpiresAtMs = nowMs + lifetimes[owner.kind].absoluteSeconds * 1_000
  const expiresAtMs = nextExpiryMs(owner.kind, nowMs, absoluteExpiresAtMs)
  const token = newRefreshToken()
  await db
    .insert(tokenFamilies)
    .values({ id: familyId, ...owner, absoluteExpiresAt: toInstant(absoluteExpiresAtMs) })
  await db.insert(refreshTokens).values({
    tokenHash: hashRefreshToken(token, env.JWT_REFRESH_SECRET),
    familyId,
    expiresAt: toInstant(expiresAtMs),
  })
  return { familyId, token, maxAgeSeconds: secondsUntil(expiresAtMs, nowMs) }
}

/**
 * Uses a refresh token once (D3). The same token and attempt give the same successor until that one is used.
 * @throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, TOKEN_REUSE (the family is dead from then on)
 */
export async function renewFamily(
  deps: Deps,
  use: { kind: FamilyKind; cookieToken: string | undefined; attemptId: string },
): Promise<RefreshGrant & { ownerId: string }> {
  const { kind, cookieToken, attemptId } = use
  if (cookieToken === undefined) throw new ApiError('TOKEN_MISSING')
  const found = await findFamily(deps, kind, cookieToken)
  if (!found) throw new ApiError('TOKEN_INVALID')
  const { familyId, ownerId, tokenHash, secret } = found
  const token = successorToken(cookieToken, attemptId, secret)
  const attemptHash = hashAttempt(attemptId, secret)
  const nowMs = deps.now().getTime()

  // The refusal is an answer, not an exception: an error would roll the revocation back.
  const outcome = await deps.gateway.run({ kind: 'token', familyId }, async (tx) => {
    const { family, current, successor } = await lockFamily(tx, familyId, tokenHash)
    const absoluteExpiresAtMs = Date.parse(family.absoluteExpiresAt)
    const decision = decideRotation(
      {
        familyRevoked: family.revokedAt !== null,
        expired: Math.min(Date.parse(current.expiresAt), absoluteExpiresAtMs) <= nowMs,
        rotatedBy: current.attemptHash,
        successorUsed: successor !== null && successor.attemptHash !== null,
      },
      attemptHash,
    )
    if (decision === 'reuse') await revoke(tx, familyId, nowMs, 'reuse')
    if (decision === 'repeat-successor' && successor) return { decision, expiresAt: successor.expiresAt }
    if (decision !== 'rotate') return { decision, expiresAt: current.expiresAt }
    const expiresAt = toInstant(nextExpiryMs(kind, nowMs, absoluteExpiresAtMs))
    const successorHash = hashRefreshToken(token, deps.env.JWT_REFRESH_SECRET)
    await tx.db
      .update(refreshTokens)
      .set({ rotatedAt: toInstant(nowMs), attemptHash, successorHash })
      .where(eq(refreshTokens.tokenHash, tokenHash))
    await tx.db.insert(refreshTokens).values({ tokenHash: successorHash, familyId, expiresAt })
    return { decision, expiresAt }
  })

  if (outcome.decision === 'reuse') throw new ApiError('TOKEN_REUSE')
  if (outcome.decision === 'revoked') throw new ApiError('TOKEN_REVOKED')
  const maxAgeSeconds = secondsUntil(Date.parse(outcome.expiresAt), nowMs)
  if (outcome.decision === 'expired' || maxAgeSeconds <= 0) throw new ApiError('TOKEN_EXPIRED')
  return { familyId, ownerId, token, maxAgeSeconds }
}

/** Ends the family of a cookie's token; does nothing for a missing, unknown or dead one. */
export async function endFamily(
  deps: Deps,
  { kind, cookieToken }: { kind: FamilyKind; cookieToken: string | undefined },
): Promise<void> {
  const found = cookieToken === undefined ? undefined : await findFamily(deps, kind, cookieToken)
  if (!found) return
  const { familyId } = found
  await deps.gateway.run({ kind: 'token', familyId }, (tx) =>
    revoke(tx, familyId, deps.now().getTime(), 'logout'),
  )
}

type FoundFamily = { familyId: string; ownerId: string; tokenHash: string; secret: string }

/** The family that a token belongs to, dead or alive, and the secret that its hash is keyed with. */
export async function findFamily(
  { env, gateway }: Deps,
  kind: FamilyKind,
  token: string,
): Promise<FoundFamily | undefined> {
  const secrets = [env.JWT_REFRESH_SECRET, ...env.JWT_REFRESH_SECRET_PREVIOUS]
  const hashes = candidateHashes(token, secrets)
  const [row] = await gateway.lookup<
    { tokenHash: string; familyId: string; kind: string; ownerId: string }[]
  >`
    select token_hash as "tokenHash", family_id as "familyId", kind, coalesce(user_id, guest_id) as "ownerId"
    from app.find_refresh_token(${hashes})`
  const secret = row && secrets[hashes.indexOf(row.tokenHash)]
  if (!secret || row.kind !== kind) return undefined
  return { familyId: row.familyId, ownerId: row.ownerId, tokenHash: row.tokenHash, secret }
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

async function revoke({ db }: Tx, familyId: string, nowMs: number, reason: string): Promise<void> {
  await db
    .update(tokenFamilies)
    .set({ revokedAt: toInstant(nowMs), revokedReason: reason })
    .where(and(eq(tokenFamilies.id, familyId), isNull(tokenFamilies.revokedAt)))
}

const nextExpiryMs = (kind: FamilyKind, nowMs: number, absoluteExpiresAtMs: number): number =>
  Math.min(nowMs + lifetimes[kind].idleSeconds * 1_000, absoluteExpiresAtMs)

const secondsUntil = (instantMs: number, nowMs: number): number => Math.floor((instantMs - nowMs) / 1_000)

const toInstant = (ms: number): string => new Date(ms).toISOString()
