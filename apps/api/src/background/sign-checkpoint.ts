import { audit } from '@repo/config/limits'
import type { Database } from '@repo/db'
import { writeCheckpoint } from '@repo/db/audit'
import type { Job } from './schedule.ts'

/** Signs the current heads of the journal's streams, outside the database. */
export const signCheckpoint = (database: Database, folder: string, key: string): Job => ({
  name: 'sign-checkpoint',
  everySeconds: audit.checkpointEverySeconds,
  run: async () => ({ heads: await writeCheckpoint({ database, folder, key }) }),
})
