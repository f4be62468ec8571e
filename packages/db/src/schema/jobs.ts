import { pgTable, text } from 'drizzle-orm/pg-core'
import { createdAt } from './columns.ts'
import { definerWrites } from './policies.ts'

/** When each scheduled job was last claimed, by whichever process came first. Written by `app.claim_run` alone. */
export const jobRuns = pgTable('job_runs', { job: text().primaryKey(), claimedAt: createdAt() }, () => [
  definerWrites('job_runs'),
])
