import type { Database } from '@repo/db'
import { expect } from 'vitest'

/** Resolves once so many transactions of this database wait for a lock. */
export async function untilWaiting(admin: Database, count: number): Promise<void> {
  const waits = () => admin`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await waits()).length, { interval: 20 }).toBeGreaterThanOrEqual(count)
}
