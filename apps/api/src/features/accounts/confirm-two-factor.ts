import { hashRecoveryCode, matchTotp, newRecoveryCodes, uuidv7 } from '@repo/auth'
import { recoveryCodes, userTotp } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx, UserActor } from '../../http/ctx.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { forgetGuesses, type Guess, guardGuesses } from './guard-guesses.ts'

/**
 * Turns the second factor on with the first code of the app. Answers ten recovery codes, which nobody sees again.
 * @throws STATE_INVALID without an enrolment, SECOND_FACTOR_INVALID, RATE_LIMITED
 */
export async function confirmTwoFactor(ctx: Ctx<UserActor>, code: string): Promise<string[]> {
  const { deps, actor, author, now } = ctx
  const { userId } = actor
  const guess: Guess = { what: 'code', account: userId, userId, browser: undefined }
  await guardGuesses(ctx, guess)
  const codes = newRecoveryCodes()
  await deps.gateway.run({ kind: 'user', userId }, async ({ db, append }) => {
    const waiting = and(eq(userTotp.userId, userId), isNull(userTotp.confirmedAt))
    const [factor] = await db.select().from(userTotp).where(waiting).for('update')
    if (!factor) throw new ApiError('STATE_INVALID')
    const opened = deps.totpSecrets.open(factor.sealedSecret, userId)
    const step = opened && matchTotp(opened.text, code, factor.lastStep, now.getTime())
    if (step === undefined) throw new ApiError('SECOND_FACTOR_INVALID')
    await db.update(userTotp).set({ confirmedAt: now.toISOString(), lastStep: step }).where(waiting)
    await db.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
    await db
      .insert(recoveryCodes)
      .values(codes.map((one) => ({ id: uuidv7(), userId, codeHash: hashRecoveryCode(one) ?? '' })))
    await append([securityEntry('auth.two_factor_enabled', { userId })], author)
  })
  await forgetGuesses(ctx, guess)
  return codes
}
