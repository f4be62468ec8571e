import type { Tx } from '@repo/db'
import { accountTokens, users } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'
import { toInstant } from '../../security/family-lifetimes.ts'
import { endSignIns } from './end-sign-ins.ts'

/** Sets the password, ends sign-ins (all, or all but one) and spends every open link; answers what was ended. */
export async function replacePassword(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { userId, passwordHash, except }: { userId: string; passwordHash: string; except?: string },
): Promise<string[]> {
  await tx.db.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await tx.db
    .update(accountTokens)
    .set({ usedAt: toInstant(deps.now().getTime()) })
    .where(and(eq(accountTokens.userId, userId), isNull(accountTokens.usedAt)))
  return endSignIns(tx, deps, { userId, reason: 'password', ...(except !== undefined && { except }) })
}
