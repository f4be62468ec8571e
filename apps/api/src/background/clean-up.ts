import { idempotency, retention } from '@repo/config/limits'
import type { Database } from '@repo/db'
import type { Job } from './schedule.ts'

/** Rows per statement: far below the statement timeout, and no lock is held for long. */
const batchRows = 2_000

/** Deletes sign-ins that have ended for good and replies that nobody repeats any more. */
export const cleanUp = (database: Database): Job => ({
  name: 'clean-up',
  everySeconds: retention.cleanUpEverySeconds,
  async run() {
    const gone = { families: 0, replies: 0 }
    for (;;) {
      const [batch] = await database<{ families: number; replies: number }[]>`
        select families, replies
        from app.clean_up(${batchRows}, ${retention.endedFamilySeconds}, ${idempotency.retentionSeconds})`
      gone.families += batch?.families ?? 0
      gone.replies += batch?.replies ?? 0
      if (!batch || Math.max(batch.families, batch.replies) < batchRows) return gone
    }
  },
})
