import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { Database } from '../connect.ts'
import { createTestWorld, staffOf, type TestWorld } from '../test-world.ts'
import { readCheckpoints, verifyJournal, writeCheckpoint } from './index.ts'

const key = 'K7rT2mWq9ZxLp4VbN8sHcD3fGjQyR5uAeIoPkMlX'
let world: TestWorld
let folder: string
let stream: string
let file: string

beforeAll(async () => {
  world = await createTestWorld()
  stream = `branch:${world.casaPerejil.branchId}`
})
afterAll(() => world.close())

const append = (n: number) =>
  world.gateway.run(staffOf(world.casaPerejil), (tx) =>
    tx.append(
      [
        { audience: 'branch', kind: 'dish.changed', payload: { n } },
        { audience: 'platform', kind: 'auth.login_failed', payload: { n } },
      ],
      { actor: 'user:1', requestId: `request-${n}` },
    ),
  )
const checkpoint = () => writeCheckpoint({ database: world.app, folder, key })
async function verify() {
  const { checkpoints, faults } = readCheckpoints(folder, key)
  const report = await verifyJournal({ database: world.admin, checkpoints, batchSize: 3 })
  return { ...report, fileFaults: faults }
}
const found = async () => (await verify()).faults

/** Ten entries in two streams, with a checkpoint after the fourth and one after the eighth. */
beforeEach(async () => {
  await world.admin`truncate journal_entries, journal_streams`
  folder = mkdtempSync(join(tmpdir(), 'restai-audit-'))
  for (let n = 1; n <= 10; n++) {
    await append(n)
    if (n % 4 === 0) await checkpoint()
  }
  file = join(folder, readdirSync(folder)[0] ?? '')
  return () => rmSync(folder, { recursive: true, force: true })
})

/** What somebody with all rights in the database, but without the key, would do to cover up a change. */
const rehash = (sql: Database, from: number) =>
  sql.unsafe(`
  do $$ declare e record; before bytea := (select hash from journal_entries where stream = '${stream}' and seq = ${from - 1});
  begin
    for e in select * from journal_entries where stream = '${stream}' and seq >= ${from} order by seq loop
      before := app.journal_hash(before, e.stream, e.epoch, e.seq, e.kind, e.payload, e.actor, e.request_id, e.at);
      update journal_entries set hash = before where stream = e.stream and seq = e.seq;
    end loop;
    update journal_streams s set hash = before, seq = (select max(seq) from journal_entries j where j.stream = s.stream)
      where stream = '${stream}';
  end $$`)

it('an untouched journal verifies, entry by entry', async () => {
  expect(await verify()).toMatchObject({ streams: 2, entries: 20, faults: [], fileFaults: [] })
})

it('it reports its progress', async () => {
  const seen: number[] = []
  await verifyJournal({
    database: world.admin,
    checkpoints: [],
    batchSize: 5,
    onProgress: (n) => seen.push(n),
  })
  expect(seen).toEqual([5, 10, 10, 15, 20, 20])
})

it.each<[string, number, (sql: Database) => Promise<unknown>]>([
  [
    'an edited payload',
    3,
    (sql) => sql`update journal_entries set payload = '{"n": 99}' where stream = ${stream} and seq = 3`,
  ],
  [
    'another author',
    7,
    (sql) => sql`update journal_entries set actor = 'user:2' where stream = ${stream} and seq = 7`,
  ],
  [
    'another time',
    2,
    (sql) =>
      sql`update journal_entries set at = at + interval '1 second' where stream = ${stream} and seq = 2`,
  ],
  [
    'another kind on the last entry',
    10,
    (sql) => sql`update journal_entries set kind = 'x' where stream = ${stream} and seq = 10`,
  ],
  ['a removed entry', 5, (sql) => sql`delete from journal_entries where stream = ${stream} and seq = 5`],
  [
    'a removed first entry',
    1,
    (sql) => sql`delete from journal_entries where stream = ${stream} and seq = 1`,
  ],
  [
    'a tail that is cut off',
    9,
    (sql) => sql`delete from journal_entries where stream = ${stream} and seq > 8`,
  ],
])('%s is found at entry %d', async (_, seq, manipulate) => {
  await manipulate(world.admin)
  expect((await found()).map((fault) => ({ stream: fault.stream, seq: fault.seq }))).toEqual([
    { stream, seq },
  ])
})

it('two swapped entries are both found', async () => {
  await world.admin`
    update journal_entries e set payload = o.payload, request_id = o.request_id, at = o.at
    from journal_entries o where e.stream = ${stream} and o.stream = e.stream
      and (e.seq, o.seq) in ((3, 6), (6, 3))`
  expect((await found()).map(({ seq }) => seq)).toEqual([3, 6])
})

it('a change whose whole chain was hashed again is found between the checkpoints around it', async () => {
  await world.admin`update journal_entries set payload = '{"n": 99}' where stream = ${stream} and seq = 6`
  await rehash(world.admin, 6)
  expect((await verifyJournal({ database: world.admin, checkpoints: [] })).faults).toEqual([])
  expect(await found()).toMatchObject([{ stream, seq: 5, problem: expect.stringContaining('up to 8') }])
})

it('a tail that was cut off together with its head is found', async () => {
  await world.admin`delete from journal_entries where stream = ${stream} and seq > 6`
  await rehash(world.admin, 6)
  expect(await found()).toMatchObject([{ stream, seq: 7 }])
})

it('a stream that was removed altogether is found', async () => {
  await world.admin`delete from journal_entries where stream = 'platform'`
  await world.admin`delete from journal_streams where stream = 'platform'`
  expect(await found()).toMatchObject([{ stream: 'platform', seq: 1 }])
})

it('entries that were added past the head are found', async () => {
  await world.admin`
    insert into journal_entries (stream, seq, epoch, kind, payload, actor, request_id, hash)
    select stream, 11, epoch, kind, payload, actor, request_id, hash from journal_entries where stream = 'platform' and seq = 10`
  expect(await found()).toMatchObject([
    { stream: 'platform', seq: 11 },
    { stream: 'platform', seq: 11 },
  ])
})

it.each<[string, (lines: string[]) => string[]]>([
  ['edited', (lines) => lines.map((line, at) => (at === 0 ? line.replace('"branch:', '"branch;') : line))],
  ['removed', (lines) => lines.slice(1)],
  ['cut short', (lines) => [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, 40)]],
])('a checkpoint line that was %s is found', async (_, manipulate) => {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  writeFileSync(file, manipulate(lines).join('\n'))
  expect(readCheckpoints(folder, key).faults).not.toEqual([])
})

it('checkpoints signed with another key do not count', () => {
  expect(readCheckpoints(folder, `${key}x`).faults).toHaveLength(2)
  expect(readCheckpoints(join(folder, 'none'), key).faults).toEqual(['there are no checkpoints'])
})

it('processes that share a folder take turns, and each line follows the one before', async () => {
  await Promise.all([checkpoint(), checkpoint(), checkpoint()])
  const { checkpoints, faults } = readCheckpoints(folder, key)
  expect(faults).toEqual([])
  expect(checkpoints.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
})
