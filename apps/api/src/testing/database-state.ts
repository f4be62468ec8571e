import type { Database } from '@repo/db'

/** Everything in a test's database, to count, compare and restore. */
export type DatabaseState = {
  tables: readonly string[]
  /** Restores what was there when the state was taken. */
  restore(): Promise<void>
  /** Rows per table. */
  countRows(except?: ReadonlySet<string>): Promise<Record<string, number>>
  /** One hash per table, of all rows or of those of one organization. */
  fingerprint(organizationId?: string): Promise<Record<string, string>>
}

/** Tables that record refusals as well as changes, so that a refused request may add to them. */
export const recordsOfRefusals: ReadonlySet<string> = new Set(['journal_entries', 'journal_streams'])

/** Tables that a process writes on a schedule, without any request. */
export const writtenByTheClock: ReadonlySet<string> = new Set(['job_runs', 'webhook_deliveries'])

/** Takes the state of a database, as its administrator. */
export async function takeState(admin: Database): Promise<DatabaseState> {
  const columns = await admin<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1, c.ordinal_position`
  const columnsOf = Map.groupBy(columns, ({ table }) => table)
  const tables = [...columnsOf.keys()]
  await admin.unsafe(
    `drop schema if exists kept cascade; create schema kept; ${tables
      .map((table) => `create table kept."${table}" as table public."${table}"`)
      .join('; ')}`,
  )
  const restoring = `set local session_replication_role = replica; ${tables
    .map((table) => `delete from public."${table}"; insert into public."${table}" table kept."${table}"`)
    .join('; ')}`
  const ofOrganization = (table: string) =>
    columnsOf.get(table)?.some(({ column }) => column === 'organization_id')

  return {
    tables,
    restore: () => restoreRows(admin, restoring),
    async countRows(except = new Set()) {
      const counted = tables.filter((table) => !except.has(table))
      const selects = counted.map(
        (table) => `select '${table}' as name, count(*)::int as rows from "${table}"`,
      )
      const rows = await admin.unsafe<{ name: string; rows: number }[]>(selects.join(' union all '))
      return Object.fromEntries(rows.map((row) => [row.name, row.rows]))
    },
    async fingerprint(organizationId) {
      const chosen = organizationId === undefined ? tables : tables.filter(ofOrganization)
      const condition = organizationId === undefined ? '' : `where organization_id = '${organizationId}'`
      const selects = chosen.map(
        (table) =>
          `select '${table}' as name, coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as hash from "${table}" t ${condition}`,
      )
      const rows = await admin.unsafe<{ name: string; hash: string }[]>(selects.join(' union all '))
      return Object.fromEntries(rows.map((row) => [row.name, row.hash]))
    },
  }
}

const restoreTries = 5

/** The process under test also writes on a schedule: a statement that waits too long or deadlocks is tried again. */
async function restoreRows(admin: Database, restoring: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await admin.begin((sql) => sql.unsafe(restoring))
      return
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (tries === restoreTries || (code !== '55P03' && code !== '40P01')) throw error
    }
  }
}
