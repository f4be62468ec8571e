import { verifyPassword } from '@repo/auth'
import { tokenFamilies } from '@repo/db/schema'
import type { StepUpInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { recordFailedLogin } from '../../security/record-failed-login.ts'
import { forgetGuesses, type Guess, guardGuesses } from './guard-guesses.ts'
import { readCredentials } from './read-credentials.ts'
import { useSecondFactor } from './use-second-factor.ts'

/**
 * Confirms again who is at the screen; sensitive changes are open to this sign-in for ten minutes. With a second
 * factor its code is required. @throws CREDENTIALS_INVALID, SECOND_FACTOR_REQUIRED, SECOND_FACTOR_INVALID, RATE_LIMITED
 */
export async function stepUp(ctx: Ctx<UserActor>, { password, code }: StepUpInput): Promise<void> {
  const { deps, actor, author, now } = ctx
  const { userId, familyId } = actor
  const { passwordHash, secondFactor } = await readCredentials(deps, userId)
  if (secondFactor && code === undefined) throw new ApiError('SECOND_FACTOR_REQUIRED')
  const what = secondFactor ? 'code' : 'own-password'
  const guess: Guess = { what, account: userId, userId, browser: undefined }
  await guardGuesses(ctx, guess)
  if (!secondFactor && !(await verifyPassword(password ?? '', passwordHash))) {
    await recordFailedLogin(ctx, userId)
    throw new ApiError('CREDENTIALS_INVALID')
  }
  const proved = await deps.gateway.run({ kind: 'user', userId, familyId }, async (tx) => {
    const proof = secondFactor ? await useSecondFactor(tx, deps, userId, code ?? '') : 'password'
    if (!proof) return false
    await tx.db
      .update(tokenFamilies)
      .set({ authenticatedAt: now.toISOString() })
      .where(eq(tokenFamilies.id, familyId))
    if (proof === 'recovery-code')
      await tx.append([securityEntry('auth.recovery_code_used', { userId })], author)
    return true
  })
  if (!proved) {
    await recordFailedLogin(ctx, userId)
    throw new ApiError('SECOND_FACTOR_INVALID')
  }
  await forgetGuesses(ctx, guess)
}
