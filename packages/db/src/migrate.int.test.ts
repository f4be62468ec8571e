import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
// By path, because the stack depends on this package and workspaces may not depend on each other in a circle.
import { appUrl } from '../../stack/src/postgres/app-url.ts'
import { createDatabase } from '../../stack/src/postgres/create-database.ts'
import { type PostgresServer, startPostgres } from '../../stack/src/postgres/start-postgres.ts'
import { migrateDatabase } from './migrate.ts'

// A separate server, because roles belong to all databases of a server and must not exist yet here.
let folder: string
let server: PostgresServer
let admin: postgres.Sql
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restai-migrate-'))
  await chmod(folder, 0o755)
  server = await startPostgres({ dataDir: join(folder, 'postgres'), port: 0, durable: false })
  admin = postgres(server.adminUrl, { max: 2, onnotice: () => {} })
})
afterAll(async () => {
  await admin?.end()
  await server?.stop()
  for (const used of [folder, server?.folder]) if (used) await rm(used, { recursive: true, force: true })
})

const waiting = async () =>
  (await admin`select from pg_stat_activity where datname <> current_database() and wait_event_type = 'Lock'`)
    .length

/** Migrates databases together: all wait for what `statement` changes and continue once it is committed. */
async function migrateTogether(names: string[], statement: string): Promise<string[]> {
  const urls: string[] = []
  for (const name of names) urls.push(await createDatabase(server.adminUrl, name))
  const migrated = await admin.begin(async (sql) => {
    await sql.unsafe(statement)
    const settled = Promise.allSettled(
      urls.map((url) => migrateDatabase({ adminUrl: url, appUrl: appUrl(url) })),
    )
    await expect.poll(waiting, { timeout: 10_000 }).toBe(names.length)
    return [settled] as const
  })
  const faults = (await migrated[0]).filter((result) => result.status === 'rejected')
  expect(faults.map(({ reason }) => String(reason))).toEqual([])
  return urls
}

async function countBranches(url: string): Promise<number> {
  const sql = postgres(appUrl(url), { max: 1 })
  try {
    return (await sql`select from branches`).length
  } finally {
    await sql.end()
  }
}

test('databases of one server can be migrated at the same time, when their roles are made and later', async () => {
  const first = await migrateTogether(['one', 'two', 'three'], 'create role restai_definer nologin')
  const later = await migrateTogether(['four', 'five'], 'alter role restai_app with nologin')
  for (const url of [...first, ...later]) expect(await countBranches(url)).toBe(0)
})
