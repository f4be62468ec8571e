import { uuidv7 } from '@repo/auth'
import { accountToken } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import { accountTokens } from '@repo/db/schema'
import type { SecondFactorInput } from '@repo/schemas/contract'
import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import type { Deps } from '../../http/deps.ts'
import { securityEntry } from '../../security/audit-entry.ts'
import { recordFailedLogin } from '../../security/record-failed-login.ts'
import { beginSignIn } from './begin-sign-in.ts'
import { type FoundToken, findAccountToken } from './find-account-token.ts'
import type { SignedIn } from './grant-staff-access.ts'
import { forgetGuesses, type Guess, guardGuesses } from './guard-guesses.ts'
import { type Proof, useSecondFactor } from './use-second-factor.ts'
import type { Visitor } from './visitor.ts'

/**
 * The second step of a sign-in: a code for the challenge that the password got.
 * @throws LINK_INVALID for a challenge that has ended, SECOND_FACTOR_INVALID, RATE_LIMITED
 */
export async function answerChallenge(
  ctx: Ctx,
  { challenge, code }: SecondFactorInput,
  visitor: Visitor,
): Promise<SignedIn> {
  const { deps } = ctx
  const found = await findAccountToken(deps, challenge, 'second-factor')
  if (!found) throw new ApiError('LINK_INVALID')
  const { userId, email } = found
  const { browser } = visitor
  const familyId = uuidv7()
  const guess: Guess = { what: 'code', account: userId, userId, browser }
  await guardGuesses(ctx, guess)
  // Refusals are returned, not thrown: an error would roll back the counted attempt.
  const outcome = await deps.gateway.run({ kind: 'user', userId, familyId }, async (tx) => {
    const proof = await tryCode(tx, deps, found, code)
    if (proof === 'over' || proof === 'wrong') return proof
    const after = proof === 'recovery-code' ? [securityEntry('auth.recovery_code_used', { userId })] : []
    return beginSignIn(tx, ctx, { userId, familyId, visitor, after })
  })
  if (outcome === 'over') throw new ApiError('LINK_INVALID')
  if (outcome === 'wrong') {
    await recordFailedLogin(ctx, userId)
    throw new ApiError('SECOND_FACTOR_INVALID')
  }
  await forgetGuesses(ctx, guess)
  await forgetGuesses(ctx, { what: 'password', account: email, userId, browser })
  return outcome
}

async function tryCode(
  tx: Tx,
  deps: Deps,
  { tokenHash, userId }: FoundToken,
  code: string,
): Promise<Proof | 'over' | 'wrong'> {
  const nowIso = deps.now().toISOString()
  const [live] = await tx.db
    .update(accountTokens)
    .set({ tries: sql`${accountTokens.tries} + 1` })
    .where(
      and(
        eq(accountTokens.tokenHash, tokenHash),
        isNull(accountTokens.usedAt),
        gt(accountTokens.expiresAt, nowIso),
        lt(accountTokens.tries, accountToken.secondFactorTries),
      ),
    )
    .returning({ tokenHash: accountTokens.tokenHash })
  if (!live) return 'over'
  const proof = await useSecondFactor(tx, deps, userId, code)
  if (!proof) return 'wrong'
  await tx.db.update(accountTokens).set({ usedAt: nowIso }).where(eq(accountTokens.tokenHash, tokenHash))
  return proof
}
