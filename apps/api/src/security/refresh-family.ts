import { candidateHashes, hashAttempt, hashRefreshToken, newRefreshToken, successorToken } from '@repo/auth'
import type { Author, Tx } from '@repo/db'
import { refreshTokens, tokenFamilies } from '@repo/db/schema'
import { ApiError } from '../http/api-error.ts'
import type { Deps } from '../http/deps.ts'
import { securityEntry } from './audit-entry.ts'
import {
  absoluteExpiryMs,
  type FamilyKind,
  nextExpiryMs,
  secondsUntil,
  toInstant,
} from './family-lifetimes.ts'
import { refreshSecrets } from './refresh-secrets.ts'
import { revokeFamily, rotateRefreshToken } from './rotate-refresh-token.ts'

type Owner =
  | { kind: 'staff'; userId: string; deviceLabel?: string | undefined }
  | { kind: 'customer'; guestId: string }
  /** The device names its family, not the other way round. */
  | { kind: 'device' }

/** A refresh token for its cookie, and the cookie's lifetime. */
export type RefreshGrant = { familyId: string; token: string; maxAgeSeconds: number }

/** Starts a family with its first token, in the caller's transaction, whose scope carries the same `familyId`. */
export async function startFamily(
  { db }: Tx,
  { env, now }: Deps,
  start: Owner & { familyId: string },
): Promise<RefreshGrant> {
  const { familyId, ...owner } = start
  const nowMs = now().getTime()
  const absoluteExpiresAtMs = absoluteExpiryMs(owner.kind, nowMs)
  const expiresAtMs = nextExpiryMs(owner.kind, nowMs, absoluteExpiresAtMs)
  const token = newRefreshToken()
  await db.insert(tokenFamilies).values({
    id: familyId,
    ...owner,
    lastUsedAt: toInstant(nowMs),
    authenticatedAt: toInstant(nowMs),
    absoluteExpiresAt: toInstant(absoluteExpiresAtMs),
  })
  await db.insert(refreshTokens).values({
    tokenHash: hashRefreshToken(token, env.JWT_REFRESH_SECRET),
    familyId,
    expiresAt: toInstant(expiresAtMs),
  })
  return { familyId, token, maxAgeSeconds: secondsUntil(expiresAtMs, nowMs) }
}

/**
 * Uses a refresh token once. The same token and attempt give the same successor until that one is used.
 * @throws TOKEN_MISSING, TOKEN_INVALID, TOKEN_EXPIRED, TOKEN_REVOKED, TOKEN_REUSE (the family is dead from then on)
 */
export async function renewFamily(
  deps: Deps,
  use: { kind: FamilyKind; cookieToken: string | undefined; attemptId: string; author: Author },
): Promise<RefreshGrant & { ownerId: string }> {
  const { kind, cookieToken, attemptId, author } = use
  if (cookieToken === undefined) throw new ApiError('TOKEN_MISSING')
  const found = await findFamily(deps, kind, cookieToken)
  if (!found) throw new ApiError('TOKEN_INVALID')
  const { familyId, ownerId, tokenHash, secret } = found
  const token = successorToken(cookieToken, attemptId, secret)
  const nowMs = deps.now().getTime()
  const rotation = {
    familyId,
    tokenHash,
    attemptHash: hashAttempt(attemptId, secret),
    successorHash: hashRefreshToken(token, deps.env.JWT_REFRESH_SECRET),
    kind,
    nowMs,
  }
  const { decision, expiresAtMs } = await deps.gateway.run({ kind: 'token', familyId }, async (tx) => {
    const rotated = await rotateRefreshToken(tx, rotation)
    if (rotated.decision === 'reuse' && (await isNews(deps, familyId)))
      await tx.append([securityEntry('token.reuse', { ownerKind: kind, ownerId, familyId })], author)
    return rotated
  })
  if (decision === 'reuse') throw new ApiError('TOKEN_REUSE')
  if (decision === 'revoked') throw new ApiError('TOKEN_REVOKED')
  const maxAgeSeconds = secondsUntil(expiresAtMs, nowMs)
  if (decision === 'expired' || maxAgeSeconds <= 0) throw new ApiError('TOKEN_EXPIRED')
  return { familyId, ownerId, token, maxAgeSeconds }
}

/** Whether to record a replay of this family's tokens: a dead token can be sent for ever. */
async function isNews({ limiter }: Deps, familyId: string): Promise<boolean> {
  try {
    await limiter.takeKey('reuseRecord', familyId)
    return true
  } catch {
    return false
  }
}

/** Ends the family of a cookie's token; does nothing for a missing, unknown or dead one. */
export async function endFamily(
  deps: Deps,
  { kind, cookieToken, author }: { kind: FamilyKind; cookieToken: string | undefined; author: Author },
): Promise<void> {
  const found = cookieToken === undefined ? undefined : await findFamily(deps, kind, cookieToken)
  if (!found) return
  const { familyId } = found
  await deps.gateway.run({ kind: 'token', familyId }, async (tx) => {
    const ended = await revokeFamily(tx, familyId, deps.now().getTime(), 'logout')
    if (!ended) return
    await tx.append([securityEntry('auth.logout', { ownerKind: kind, familyId })], author)
  })
}

type FoundFamily = { familyId: string; ownerId: string; tokenHash: string; secret: string }

/** The family that a token belongs to, dead or alive, and the secret that its hash is keyed with. */
export async function findFamily(
  { env, gateway }: Deps,
  kind: FamilyKind,
  token: string,
): Promise<FoundFamily | undefined> {
  const secrets = refreshSecrets(env)
  const hashes = candidateHashes(token, secrets)
  const [row] = await gateway.lookup<
    { tokenHash: string; familyId: string; kind: string; ownerId: string }[]
  >`
    select token_hash as "tokenHash", family_id as "familyId", kind, coalesce(user_id, guest_id, device_id) as "ownerId"
    from app.find_refresh_token(${hashes})`
  const secret = row && secrets[hashes.indexOf(row.tokenHash)]
  if (!secret || row.kind !== kind) return undefined
  return { familyId: row.familyId, ownerId: row.ownerId, tokenHash: row.tokenHash, secret }
}
