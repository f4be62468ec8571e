import { randomUUID } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { appUrl } from './app-url.ts'
import { createDatabase } from './create-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The administrator's connection to the PostgreSQL of this run. */
    postgresUrl: string
  }
}

export const testTemplate = 'restai_template'

export type TestDatabase = {
  /** The role that migrated it. */
  adminUrl: string
  /** The application's role, which row-level security binds. */
  appUrl: string
  drop(): Promise<void>
}

/** A migrated, empty database for one test file (`*.int.test.ts`). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const serverUrl = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const adminUrl = await createDatabase(serverUrl, name, testTemplate)
  return { adminUrl, appUrl: appUrl(adminUrl), drop: () => dropDatabase(serverUrl, name) }
}

/** Closes the connections that a test forgot as well. */
async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => {} })
  await sql`drop database ${sql(name)} with (force)`
  await sql.end()
}
