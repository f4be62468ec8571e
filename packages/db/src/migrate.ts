import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import { databaseTls } from './database-tls.ts'

export type MigrateOptions = {
  /** Connection of a role that may create roles and own the tables. */
  adminUrl: string
  /** Connection of the application; its user must be `restai_app` and its password is set here. */
  appUrl: string
  /** Where the SQL files are; a bundle passes its own folder. */
  migrationsFolder?: string
}

const migrationLock = 7_216_540_113
const maxTries = 20

/** Makes the roles, then runs every migration that has not run yet. Safe to repeat and to run from two hosts at once. */
export async function migrateDatabase({ adminUrl, appUrl, migrationsFolder }: MigrateOptions): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, ...databaseTls(adminUrl) })
  try {
    await sql`select pg_advisory_lock(${migrationLock})`
    await retryRoleRaces(() => ensureRoles(sql, appUrl))
    await migrate(drizzle(sql), {
      migrationsFolder: migrationsFolder ?? new URL('../migrations', import.meta.url).pathname,
    })
  } finally {
    await sql.end()
  }
}

/**
 * Roles belong to the whole server, which the lock of one database does not guard: a migration that loses against that
 * of another database starts again and then finds the roles made.
 */
async function retryRoleRaces(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === maxTries || !isRoleRace(error)) throw error
    }
  }
}

/** PostgreSQL has no distinct code for an update of a changed catalogue row. */
function isRoleRace(error: unknown): boolean {
  if (!(error instanceof postgres.PostgresError)) return false
  return error.code === '23505' || (error.code === 'XX000' && /tuple concurrently/.test(error.message))
}

async function ensureRoles(sql: postgres.Sql, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl)
  if (username !== 'restai_app') throw new Error('DATABASE_URL must log in as restai_app')
  await createRole(sql, 'restai_definer', 'nologin')
  await createRole(sql, 'restai_app', 'login')
  const [row] = await sql<{ statement: string }[]>`
    select format('alter role restai_app with login nosuperuser nobypassrls nocreatedb nocreaterole password %L',
      ${decodeURIComponent(password)}::text) as statement`
  if (row) await sql.unsafe(row.statement)
  await sql`grant restai_definer to current_user`
}

async function createRole(sql: postgres.Sql, name: string, login: 'login' | 'nologin'): Promise<void> {
  await sql.unsafe(
    `do $$ begin create role ${name} ${login}; exception when duplicate_object then null; end $$`,
  )
}
