import { idempotency, retention } from '@repo/config/limits'
import type { Database } from '@repo/db'
import type { Job } from './schedule.ts'

/** Rows per statement: far below the statement timeout, and no lock is held for long. */
const batchRows = 2_000

/** Deletes what has expired for good and answers how many rows of each kind went. */
export const cleanUp = (database: Database): Job => ({
  name: 'clean-up',
  everySeconds: retention.cleanUpEverySeconds,
  async run() {
    const gone: Record<string, number> = {}
    for (;;) {
      const batch = await database<{ kind: string; gone: number }[]>`
        select kind, gone from app.clean_up(${batchRows}, ${retention.endedSeconds}, ${retention.codeSeconds},
          ${idempotency.retentionSeconds}, ${retention.deliverySeconds})`
      for (const { kind, gone: rows } of batch) gone[kind] = (gone[kind] ?? 0) + rows
      if (batch.every(({ gone: rows }) => rows < batchRows)) return gone
    }
  },
})
