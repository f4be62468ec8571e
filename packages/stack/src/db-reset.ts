import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFolder } from './paths.ts'
import { postgresHome } from './postgres/postgres-home.ts'
import { stopPostgres } from './postgres/stop-postgres.ts'
import { cleanUpAfterDeadRunners, findLiveRunner } from './processes/runner-record.ts'
import { red, say } from './progress.ts'

/** `pnpm db:reset`: removes the development database; the next `pnpm dev` builds a new one. */
const runner = await findLiveRunner('dev')
if (runner !== undefined) {
  say(red(`pnpm dev is running (process ${runner}). Stop it with Ctrl-C, then run pnpm db:reset again.`))
  process.exit(1)
}
await cleanUpAfterDeadRunners()
const dataDir = join(dataFolder, 'postgres')
await stopPostgres(dataDir)
const { folder } = await postgresHome(dataDir)
await rm(folder, { recursive: true, force: true })
say('The development database is gone. pnpm dev makes a new one with the demo data.')
