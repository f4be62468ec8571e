import type { Database } from '@repo/db'
import { expect } from 'vitest'

type Sql = Parameters<Parameters<Database['begin']>[1]>[0]

/**
 * Sends requests while a lock is held that stands between what they read and what they write, and lets go of it once so
 * many of them wait: they race whatever the machine's speed.
 */
export async function raceAtLock<T>(
  admin: Database,
  {
    lock,
    waiting,
    send,
  }: { lock: (sql: Sql) => Promise<unknown>; waiting: number; send: () => Promise<T>[] },
): Promise<T[]> {
  const waits = () => admin`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  const { sent } = await admin.begin(async (sql) => {
    await lock(sql)
    const sent = send()
    await expect.poll(async () => (await waits()).length, { interval: 20 }).toBeGreaterThanOrEqual(waiting)
    return { sent }
  })
  return Promise.all(sent)
}
