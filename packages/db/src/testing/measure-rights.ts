import type postgres from 'postgres'
import type { Database } from '../connect.ts'

export const verbs = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof verbs)[number]
/** Settings of a transaction, and the database role that reads them. */
export type Caller = { role: 'restai_app' | 'restai_definer'; settings: Record<string, string> }
/** Condition of each reach over the rows of a table. */
export type Reaches = Record<string, string>

/**
 * Functions that try a statement and undo it. Variables survive the exception that undoes the rest; a refusal by
 * row-level security or for a missing grant is 42501, and anything that fails later was let through.
 */
export async function createMeasure(admin: Database): Promise<void> {
  await admin.unsafe(`
    create schema measure; grant usage on schema measure to public;
    create function measure.reached(statement text) returns int language plpgsql as $$
    declare reached int;
    begin
      execute statement; get diagnostics reached = row_count;
      raise exception using errcode = 'ZZ000';
    exception when sqlstate 'ZZ000' then return reached; when insufficient_privilege then return 0;
    end $$;
    create function measure.inserted(target text, samples jsonb) returns int language plpgsql as $$
    declare sample jsonb; taken int := 0;
    begin
      for sample in select jsonb_array_elements(samples) loop
        begin
          execute format('insert into %I select * from jsonb_populate_record(null::%I, $1)', target, target) using sample;
          raise exception using errcode = 'ZZ000';
        exception when insufficient_privilege then null; when others then taken := taken + 1;
        end;
      end loop;
      return taken;
    end $$`)
}

export type Sample = { rows: string; reached: Record<string, number> }

/** One row for each combination of reaches that the table has, to be inserted again. */
export async function takeSamples(admin: Database, table: string, reaches: Reaches): Promise<Sample> {
  const names = Object.keys(reaches)
  const conditions = names.map((name) => `coalesce((${reaches[name]}), false)`)
  const rows = await admin.unsafe<{ row: object; flags: boolean[] }[]>(
    `select distinct on (flags) to_jsonb(t) as row, array[${conditions.join(', ')}] as flags from "${table}" t order by flags`,
  )
  const reached = names.map((name, n) => [name, rows.filter(({ flags }) => flags[n]).length])
  return { rows: JSON.stringify(rows.map(({ row }) => row)), reached: Object.fromEntries(reached) }
}

/** How many rows of a table a caller reaches with each verb. Triggers and foreign keys are off meanwhile. */
export async function measureRights(
  sql: postgres.TransactionSql,
  { role, settings }: Caller,
  table: string,
  assignment: string,
  samples: string,
): Promise<Record<Verb, number>> {
  const set = Object.entries(settings).map(([name, value]) => `set local app.${name} = '${value}';`)
  await sql.unsafe(`set local session_replication_role = replica; ${set.join(' ')} set local role ${role}`)
  const [row] = await sql.unsafe<Record<Verb, number>[]>(
    `select measure.reached('select 1 from "${table}"') as select,
       measure.inserted('${table}', $1::text::jsonb) as insert,
       measure.reached($2) as update,
       measure.reached('delete from "${table}"') as delete`,
    [samples, `update "${table}" set ${assignment}`],
  )
  await sql.unsafe(
    `reset role; ${Object.keys(settings)
      .map((name) => `set local app.${name} = '';`)
      .join(' ')}`,
  )
  return row ?? { select: 0, insert: 0, update: 0, delete: 0 }
}
