import { hashRecoveryCode, matchTotp } from '@repo/auth'
import type { Tx } from '@repo/db'
import { recoveryCodes, userTotp } from '@repo/db/schema'
import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'

/** How a second factor was confirmed. */
export type Proof = 'code' | 'recovery-code'

/**
 * Tests a code of the authenticator app or a recovery code, in the person's own scope. Either works once: a code's time
 * step and a recovery code are taken by conditional updates, so of two requests at once one is refused.
 */
export async function useSecondFactor(
  tx: Tx,
  deps: Pick<Deps, 'totpSecrets' | 'now'>,
  userId: string,
  code: string,
): Promise<Proof | undefined> {
  if (/^\d{6}$/.test(code)) return (await takeStep(tx, deps, userId, code)) ? 'code' : undefined
  const codeHash = hashRecoveryCode(code)
  if (codeHash === undefined) return undefined
  const taken = await tx.db
    .update(recoveryCodes)
    .set({ usedAt: deps.now().toISOString() })
    .where(
      and(
        eq(recoveryCodes.userId, userId),
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id })
  return taken.length > 0 ? 'recovery-code' : undefined
}

async function takeStep(
  { db }: Tx,
  { totpSecrets, now }: Pick<Deps, 'totpSecrets' | 'now'>,
  userId: string,
  code: string,
): Promise<boolean> {
  const [factor] = await db
    .select()
    .from(userTotp)
    .where(and(eq(userTotp.userId, userId), isNotNull(userTotp.confirmedAt)))
  if (!factor) return false
  const opened = totpSecrets.open(factor.sealedSecret, userId)
  if (!opened) return false
  const { text, stale } = opened
  const step = matchTotp(text, code, factor.lastStep, now().getTime())
  if (step === undefined) return false
  const sealedSecret = stale ? totpSecrets.seal(text, userId) : factor.sealedSecret
  const taken = await db
    .update(userTotp)
    .set({ lastStep: step, sealedSecret })
    .where(and(eq(userTotp.userId, userId), lt(userTotp.lastStep, step)))
    .returning({ userId: userTotp.userId })
  return taken.length > 0
}
