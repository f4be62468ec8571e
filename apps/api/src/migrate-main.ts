import { existsSync } from 'node:fs'
import { loadEnvOrExit } from '@repo/config'
import { migrateDatabase } from '@repo/db/migrate'

const env = loadEnvOrExit('migrate', process.env, 'production')
// The bundle carries the SQL files beside itself; from source they are the package's own.
const bundled = new URL('./migrations', import.meta.url).pathname

try {
  await migrateDatabase({
    adminUrl: env.MIGRATE_DATABASE_URL,
    appUrl: env.DATABASE_URL,
    ...(existsSync(bundled) && { migrationsFolder: bundled }),
  })
  process.stdout.write('The database is up to date.\n')
} catch (error) {
  process.stderr.write(`Migration failed: ${error instanceof Error ? error.message : 'unknown error'}\n`)
  process.exit(1)
}
