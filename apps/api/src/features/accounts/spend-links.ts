import type { Tx } from '@repo/db'
import { accountTokens } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'

/** Spends every open link and waiting sign-in of a person, whatever it was for. */
export async function spendLinks({ db }: Tx, { now }: Pick<Deps, 'now'>, userId: string): Promise<void> {
  await db
    .update(accountTokens)
    .set({ usedAt: now().toISOString() })
    .where(and(eq(accountTokens.userId, userId), isNull(accountTokens.usedAt)))
}
