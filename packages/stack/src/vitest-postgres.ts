import { migrateDatabase } from '@repo/db/migrate'
import type { TestProject } from 'vitest/node'
import { appUrl } from './app-url.ts'
import { createDatabase } from './create-database.ts'
import { cleanUpAfterDeadRunners, openRunnerRecord } from './runner-record.ts'
import { testTemplate } from './test-database.ts'
import { throwAwayPostgres } from './throw-away-postgres.ts'

/** One PostgreSQL for a run of the integration tests, with a migrated database that each test file copies. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await cleanUpAfterDeadRunners()
  const record = await openRunnerRecord('vitest')
  const server = await throwAwayPostgres(record)
  const adminUrl = await createDatabase(server.adminUrl, testTemplate)
  await migrateDatabase({ adminUrl, appUrl: appUrl(adminUrl) })
  project.provide('postgresUrl', server.adminUrl)
  return async () => {
    await server.stop()
    await record.close()
  }
}
