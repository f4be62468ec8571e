import { newTotpSecret, totpUri } from '@repo/auth'
import { userTotp } from '@repo/db/schema'
import type { TwoFactorEnrolment } from '@repo/schemas/contract'
import { isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { readCredentials } from './read-credentials.ts'

/** Makes a secret for an authenticator app; effective once a code confirms it. @throws STATE_INVALID while one is on */
export async function enrolTwoFactor({ deps, actor }: Ctx<UserActor>): Promise<TwoFactorEnrolment> {
  const { userId } = actor
  const { email } = await readCredentials(deps, userId)
  const secret = newTotpSecret()
  const sealedSecret = deps.totpSecrets.seal(secret, userId)
  const stored = await deps.gateway.run({ kind: 'user', userId }, ({ db }) =>
    db
      .insert(userTotp)
      .values({ userId, sealedSecret })
      .onConflictDoUpdate({
        target: userTotp.userId,
        set: { sealedSecret, lastStep: 0 },
        setWhere: isNull(userTotp.confirmedAt),
      })
      .returning({ userId: userTotp.userId }),
  )
  if (stored.length === 0) throw new ApiError('STATE_INVALID')
  return { secret, uri: totpUri(secret, email) }
}
