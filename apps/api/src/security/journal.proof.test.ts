import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCheckpoints, verifyJournal, writeCheckpoint } from '@repo/db/audit'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { type DatabaseState, takeState } from '../testing/database-state.ts'
import { type ApiProcess, startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

const key = 'J3nV8qLx2TzRb6WcYk9PmHs4DfGa7EuXoIiNlQrSw5Bt0ZvKy1MpCe'
const mutationsEach = 500
const workers = 8

let t: TestApp
let tenant: Tenant
let folder: string
let stream: string
let tokens: string[]
let state: DatabaseState
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  stream = `branch:${tenant.branchId}`
  folder = mkdtempSync(join(tmpdir(), 'restai-journal-'))
  tokens = await Promise.all(
    Array.from({ length: workers }, async () => (await t.signInAs(tenant, 'kitchen')).token),
  )
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true })
})

const dishes = () => Object.values(tenant.dishes)

/** Marks dishes sold out and available by turns; answers how many were confirmed. */
async function mutate({ url }: ApiProcess, count: number): Promise<number> {
  let left = count
  let confirmed = 0
  const work = async (token: string, own: number): Promise<void> => {
    while (left > 0) {
      left -= 1
      const dish = dishes()[own % dishes().length]
      const availability = left % 2 ? 'sold_out' : 'available'
      const answer = await fetch(`${url}/api/branches/${tenant.branchId}/menu/dishes/${dish}/availability`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ availability }),
      }).catch(() => undefined)
      if (answer?.ok) confirmed += 1
      await answer?.body?.cancel()
    }
  }
  await Promise.all(tokens.map(work))
  return confirmed
}
const length = async () => {
  const [row] = await t.admin<{ entries: number; last: number }[]>`
    select count(*)::int as entries, max(seq)::int as last from journal_entries where stream = ${stream}`
  return { entries: row?.entries ?? 0, last: row?.last ?? 0 }
}
const sign = () => writeCheckpoint({ database: t.database, folder, key })
const verify = () =>
  verifyJournal({ database: t.admin, checkpoints: readCheckpoints(folder, key).checkpoints })

test('two processes that write 500 mutations each leave one chain without a gap', async ({ task }) => {
  const processes = await Promise.all([startProcess(t), startProcess(t)])
  onTestFinished(() => {
    for (const { child } of processes) child.kill('SIGKILL')
  })
  const confirmed = await Promise.all(processes.map((process) => mutate(process, mutationsEach)))
  expect(confirmed).toEqual([mutationsEach, mutationsEach])
  const { entries, last } = await length()
  expect({ entries, last }).toEqual({ entries: 2 * mutationsEach, last: 2 * mutationsEach })
  await sign()
  expect((await verify()).faults).toEqual([])
  reportFigure(task, 'mutations', entries)
  reportFigure(task, 'gaps', last - entries)

  const [killed, other] = processes
  if (!killed || !other) throw new Error('two processes run')
  const writing = mutate(killed, 400)
  await expect.poll(async () => (await length()).last, { interval: 20 }).toBeGreaterThan(last + 20)
  killed.child.kill('SIGKILL')
  const survived = await writing
  const after = await length()
  expect(after.entries).toBe(after.last)
  expect(after.entries - entries).toBeGreaterThanOrEqual(survived)
  expect((await verify()).faults).toEqual([])
  reportFigure(task, 'confirmed before kill -9', survived)
  reportFigure(task, 'of these in the journal', Math.min(survived, after.entries - entries))
  other.child.kill('SIGTERM')
  await once(other.child, 'exit')
  await sign()
  state = await takeState(t.admin)
}, 180_000)

const rehashFrom = (from: number) => `
  do $$ declare e record; before bytea := (select hash from journal_entries where stream = '${stream}' and seq = ${from - 1});
  begin
    for e in select * from journal_entries where stream = '${stream}' and seq >= ${from} order by seq loop
      before := app.journal_hash(before, e.stream, e.epoch, e.seq, e.kind, e.payload, e.actor, e.request_id, e.at);
      update journal_entries set hash = before where stream = e.stream and seq = e.seq;
    end loop;
    update journal_streams set hash = before where stream = '${stream}';
  end $$`
const entry = (seq: number) => `stream = '${stream}' and seq = ${seq}`

test.each<[string, () => string, number]>([
  ['edited', () => `update journal_entries set payload = '{"n":1}' where ${entry(437)}`, 437],
  ['removed', () => `delete from journal_entries where ${entry(612)}`, 612],
  [
    'swapped with another',
    () =>
      `update journal_entries set seq = -1 where ${entry(250)}; update journal_entries set seq = 250 where ${entry(251)};
       update journal_entries set seq = 251 where ${entry(-1)}`,
    250,
  ],
  [
    'cut off with all after it',
    () => `delete from journal_entries where stream = '${stream}' and seq >= 990`,
    990,
  ],
  [
    'cut off with all after it, and the head set back',
    () => `delete from journal_entries where stream = '${stream}' and seq >= 990;
      update journal_streams s set seq = 989, hash = (select hash from journal_entries where ${entry(989)}) where stream = '${stream}'`,
    990,
  ],
  [
    'edited and hashed again without the key',
    () => `update journal_entries set actor = 'nobody' where ${entry(700)}; ${rehashFrom(700)}`,
    1,
  ],
])(
  'an entry that was %s is found, with the first number that cannot be trusted',
  async (_, statements, seq) => {
    await t.admin.unsafe(statements())
    try {
      const { faults } = await verify()
      expect(faults[0]).toMatchObject({ stream, seq })
    } finally {
      await state.restore()
    }
    expect((await verify()).faults).toEqual([])
  },
)

test.each([
  'update journal_entries set seq = 0',
  'delete from journal_entries',
  'truncate journal_entries, journal_streams',
])('the application may not: %s', async (statement) => {
  await expect(t.database.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
})
