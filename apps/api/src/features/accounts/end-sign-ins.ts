import type { Tx } from '@repo/db'
import { tokenFamilies } from '@repo/db/schema'
import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'

type Ending = {
  userId: string
  reason: 'surplus' | 'ended' | 'password'
  /** The sign-in that stays. */
  except?: string
  /** Only these. */
  only?: readonly string[]
}

/** Ends sign-ins of a person and answers how many; their streams end by themselves. */
export async function endSignIns(
  { db }: Tx,
  { now }: Pick<Deps, 'now'>,
  { userId, reason, except, only }: Ending,
): Promise<number> {
  const ended = await db
    .update(tokenFamilies)
    .set({ revokedAt: now().toISOString(), revokedReason: reason })
    .where(
      and(
        eq(tokenFamilies.userId, userId),
        isNull(tokenFamilies.revokedAt),
        except === undefined ? undefined : ne(tokenFamilies.id, except),
        only === undefined ? undefined : inArray(tokenFamilies.id, [...only]),
      ),
    )
    .returning({ id: tokenFamilies.id })
  return ended.length
}
