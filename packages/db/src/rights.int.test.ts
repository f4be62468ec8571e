import type postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMeasure, measureRights, takeSamples, verbs } from './testing/measure-rights.ts'
import { rights } from './testing/rights.ts'
import { createRightsWorld, type RightsWorld } from './testing/rights-world.ts'

type Policy = { table: string; name: string; forDefiner: boolean; reads: boolean; checks: boolean }
type Expected = { rows: number; samples: number }

let world: RightsWorld
const counted = new Map<string, { samples: string; expected: Record<string, Expected> }>()
beforeAll(async () => {
  world = await createRightsWorld()
  await createMeasure(world.admin)
  for (const table of world.tables) counted.set(table, await count(table))
})
afterAll(() => world.close())

/** How many rows each reach has, and how many of the samples that are inserted again. */
async function count(table: string) {
  const reaches = world.reachesOf(table)
  const { rows: samples, reached } = await takeSamples(world.admin, table, reaches)
  const expected: Record<string, Expected> = {}
  for (const [name, condition] of Object.entries(reaches)) {
    const [row] = await world.admin.unsafe<{ rows: number }[]>(
      `select count(*)::int as rows from "${table}" where ${condition}`,
    )
    expected[name] = { rows: row?.rows ?? 0, samples: reached[name] ?? 0 }
  }
  return { samples, expected }
}

/** Where a caller reaches more or fewer rows of a table than it should. */
async function* faultsOf(sql: postgres.TransactionSql, table: string): AsyncGenerator<string> {
  const { samples = '[]', expected = {} } = counted.get(table) ?? {}
  for (const [name, caller] of Object.entries(world.callers)) {
    const [, right = {}] =
      Object.entries(rights[table] ?? {}).find(([names]) => names.split(' ').includes(name)) ?? []
    const got = await measureRights(sql, caller, table, world.assignmentOf(table), samples)
    for (const verb of verbs) {
      const reach = right[verb]
      const should = reach === undefined ? 0 : expected[reach]?.[verb === 'insert' ? 'samples' : 'rows']
      if (got[verb] !== should)
        yield `${name} may ${verb} ${got[verb]} of ${table} instead of ${should} (${reach ?? 'none'})`
    }
  }
}

/** The first fault that a statement causes; the statement is rolled back. */
async function firstFaultWith(statement: string, table: string): Promise<string | undefined> {
  let fault: string | undefined
  await world.admin
    .begin(async (sql) => {
      await sql.unsafe(statement)
      fault = (await faultsOf(sql, table).next()).value
      throw new Error('taken back')
    })
    .catch((error: Error) => {
      if (error.message !== 'taken back') throw error
    })
  return fault
}

test('every table says who reaches which of its rows, and there are rows of every reach', () => {
  expect(Object.keys(rights)).toEqual(world.tables)
  for (const [table, callers] of Object.entries(rights)) {
    for (const name of Object.keys(callers).flatMap((names) => names.split(' ')))
      expect.soft(Object.keys(world.callers), table).toContain(name)
    for (const reach of Object.values(callers).flatMap((right) => Object.values(right)))
      expect
        .soft(counted.get(table)?.expected[reach], `${reach} of ${table}`)
        .toMatchObject({ rows: expect.any(Number) })
  }
})

test('each kind of caller reads, adds, changes and deletes exactly the rows that it should', async () => {
  const faults: string[] = []
  await world.admin.begin(async (sql) => {
    for (const table of world.tables) for await (const fault of faultsOf(sql, table)) faults.push(fault)
  })
  expect(faults).toEqual([])
})

test('a row-level policy that is removed or loosened is noticed', async () => {
  const policies = await world.admin<Policy[]>`
    select tablename::text as table, policyname::text as name, roles = '{restai_definer}' as "forDefiner",
      qual is not null as reads, with_check is not null as checks from pg_policies where schemaname = 'public'`
  expect(policies.length).toBeGreaterThan(100)
  const unnoticed: string[] = []
  const attempt = async (statement: string, table: string) => {
    if ((await firstFaultWith(statement, table)) === undefined) unnoticed.push(statement)
  }
  for (const { table, name, forDefiner, reads, checks } of policies) {
    await attempt(`drop policy "${name}" on "${table}"`, table)
    // The look-up functions see everything already.
    if (forDefiner) continue
    const loosened = `${reads ? 'using (true)' : ''} ${checks ? 'with check (true)' : ''}`
    await attempt(`alter policy "${name}" on "${table}" ${loosened}`, table)
  }
  expect(unnoticed).toEqual([])
})
