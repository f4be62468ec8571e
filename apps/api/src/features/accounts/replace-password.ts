import type { Tx } from '@repo/db'
import { users } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'
import { endSignIns } from './end-sign-ins.ts'
import { spendLinks } from './spend-links.ts'

/** Sets the password, ends sign-ins (all, or all but one) and spends every open link. */
export async function replacePassword(
  tx: Tx,
  deps: Pick<Deps, 'now'>,
  { userId, passwordHash, except }: { userId: string; passwordHash: string; except?: string },
): Promise<void> {
  await tx.db.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await spendLinks(tx, deps, userId)
  await endSignIns(tx, deps, { userId, reason: 'password', ...(except !== undefined && { except }) })
}
