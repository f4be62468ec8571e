import type { ApiEnv } from '@repo/config'
import type { Database } from '@repo/db'
import { writeCheckpoint } from '@repo/db/audit'
import type { Logger } from 'pino'
import { cleanUp } from './clean-up.ts'
import { schedule } from './schedule.ts'
import { signCheckpoint } from './sign-checkpoint.ts'

type Options = { env: ApiEnv; database: Database; log: Logger }

/** Starts the scheduled jobs, and returns how to stop them: new entries are signed before the process exits. */
export function startJobs({ env, database, log }: Options): () => Promise<void> {
  const { AUDIT_CHECKPOINT_DIR: folder, AUDIT_KEY: key } = env
  const signs = folder !== undefined && key !== undefined
  const jobs = [cleanUp(database), ...(signs ? [signCheckpoint(database, folder, key)] : [])]
  const stop = schedule({ database, log, jobs })
  return async () => {
    await stop()
    if (!signs) return
    await writeCheckpoint({ database, folder, key }).catch((error: unknown) =>
      log.error({ err: error }, 'the last checkpoint was not written'),
    )
  }
}
