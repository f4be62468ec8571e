import type { Database } from '@repo/db'
import { raceAtLock } from './race-at-lock.ts'
import { untilWaiting } from './until-waiting.ts'

/**
 * Sends `second` when `first` has changed its rows and waits for the journal to commit: what `second` reads before it
 * reaches a lock of `first` no longer holds afterwards.
 */
export async function raceBehind<A, B>(
  admin: Database,
  { first, second }: { first: () => Promise<A>; second: () => Promise<B> },
): Promise<[A, B]> {
  const [replies] = await raceAtLock(admin, {
    lock: (sql) => sql`select from journal_streams for update`,
    waiting: 2,
    send: () => [Promise.all([first(), untilWaiting(admin, 1).then(second)])],
  })
  if (!replies) throw new Error('nothing raced')
  return replies
}
