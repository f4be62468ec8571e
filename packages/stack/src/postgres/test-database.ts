import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { appUrl } from './app-url.ts'
import { createDatabase } from './create-database.ts'
import { templateName } from './test-template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresAdminUrl: string
  }
}

export type TestDatabase = { adminUrl: string; appUrl: string; drop(): Promise<void> }

/** A separate migrated database, cloned from the run's template in some 50 ms. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresAdminUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const adminUrl = await createDatabase(serverUrl, name, templateName)
  return {
    adminUrl,
    appUrl: appUrl(adminUrl),
    async drop() {
      const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
      await sql`drop database ${sql(name)} with (force)`
      await sql.end()
    },
  }
}
