import { burnPasswordTime, uuidv7, verifyPassword } from '@repo/auth'
import type { LoginInput } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { networkOf, securityEntry } from '../../security/audit-entry.ts'
import { recordFailedLogin } from '../../security/record-failed-login.ts'
import { recordLockout } from '../../security/record-lockout.ts'
import { findFamily, startFamily } from '../../security/refresh-family.ts'
import { grantAccess, type SignedIn } from './grant-access.ts'

/**
 * Signs a staff member in. Unknown, wrong and disabled answer alike and take as long.
 * @throws CREDENTIALS_INVALID, RATE_LIMITED
 */
export async function logIn(
  ctx: Ctx,
  { email, password }: LoginInput,
  cookieToken: string | undefined,
): Promise<SignedIn> {
  const { deps, clientAddress, requestId } = ctx
  const [[login], family] = await Promise.all([
    deps.gateway.lookup<{ userId: string; passwordHash: string; disabled: boolean }[]>`
      select user_id as "userId", password_hash as "passwordHash", disabled from app.find_login(${email})`,
    cookieToken === undefined ? undefined : findFamily(deps, 'staff', cookieToken),
  ])
  // A browser that this person has used counts by itself, so that nobody in the same room can lock them out.
  const isKnownBrowser = family !== undefined && family.ownerId === login?.userId
  const limitKey = isKnownBrowser ? `${email}|${family.familyId}` : `${email}|${clientAddress}`
  try {
    await deps.limiter.takeKey('signIn', limitKey)
  } catch (refusal) {
    await recordLockout(ctx, limitKey, login?.userId ?? null)
    throw refusal
  }

  const matches = login
    ? await verifyPassword(password, login.passwordHash)
    : await burnPasswordTime(password)
  if (!login || !matches || login.disabled) {
    await recordFailedLogin(ctx, login?.userId ?? null)
    throw new ApiError('CREDENTIALS_INVALID')
  }
  await deps.limiter.forget('signIn', limitKey)

  const { userId } = login
  const familyId = uuidv7()
  const grant = await deps.gateway.run({ kind: 'token', familyId }, async (tx) => {
    const started = await startFamily(tx, deps, { familyId, kind: 'staff', userId })
    const network = networkOf(deps, clientAddress)
    await tx.append([securityEntry('auth.login_ok', { userId, familyId, network })], {
      actor: `user:${userId}`,
      requestId,
    })
    return started
  })
  return grantAccess(deps, grant, userId)
}
