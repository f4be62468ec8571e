import type { Database } from '@repo/db'
import { untilWaiting } from './until-waiting.ts'

type Sql = Parameters<Parameters<Database['begin']>[1]>[0]

/**
 * Sends requests while a lock is held that stands between what they read and what they write, and lets go of it once so
 * many of them wait: they race however fast the machine is.
 */
export async function raceAtLock<T>(
  admin: Database,
  {
    lock,
    waiting,
    send,
  }: { lock: (sql: Sql) => Promise<unknown>; waiting: number; send: () => Promise<T>[] },
): Promise<T[]> {
  const { sent } = await admin.begin(async (sql) => {
    await lock(sql)
    const sent = send()
    await untilWaiting(admin, waiting)
    return { sent }
  })
  return Promise.all(sent)
}
