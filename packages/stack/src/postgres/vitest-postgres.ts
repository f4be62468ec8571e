import { migrateDatabase } from '@repo/db/migrate'
import type { TestProject } from 'vitest/node'
import { cleanUpAfterDeadRunners, openRunnerRecord } from '../processes/runner-record.ts'
import { appUrl } from './app-url.ts'
import { createDatabase } from './create-database.ts'
import type {} from './test-database.ts'
import { templateName } from './test-template.ts'
import { throwAwayPostgres } from './throw-away-postgres.ts'

/** One PostgreSQL for a run of the integration tests, with a migrated database that every test file clones. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  await cleanUpAfterDeadRunners()
  const record = await openRunnerRecord('vitest')
  const server = await throwAwayPostgres(record)
  const template = await createDatabase(server.adminUrl, templateName)
  await migrateDatabase({ adminUrl: template, appUrl: appUrl(template) })
  provide('postgresAdminUrl', server.adminUrl)
  return async () => {
    await server.stop()
    await record.close()
  }
}
