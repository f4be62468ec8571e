import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCheckpoints, verifyJournal } from '@repo/db/audit'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { insertExpiring } from '../testing/insert-expiring.ts'
import { startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { cleanUp } from './clean-up.ts'
import { runIfClaimed } from './schedule.ts'

const key = 'J3nV8qLx2TzRb6WcYk9PmHs4DfGa7EuXoIiNlQrSw5Bt0ZvKy1MpCe'
const expiredRows = 10_000
let t: TestApp
let folder: string
beforeAll(async () => {
  t = await createTestApp()
  folder = mkdtempSync(join(tmpdir(), 'restai-jobs-'))
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true })
})

/** What the job calls the rows of each table. */
const kindOf = {
  token_families: 'families',
  idempotency_records: 'replies',
  otp_requests: 'challenges',
  account_tokens: 'links',
  invitations: 'invitations',
  devices: 'devices',
  device_keys: 'device_keys',
  webhook_deliveries: 'deliveries',
}
const tables = Object.keys(kindOf)
const countRows = async () => {
  const counts: Record<string, number> = {}
  for (const table of [...tables, 'refresh_tokens']) {
    const [row] = await t.admin<{ rows: number }[]>`select count(*) as rows from ${t.admin(table)}`
    counts[table] = Number(row?.rows)
  }
  return counts
}

it('two processes clean up 10,000 expired rows of every kind once, keep live ones, and sign the journal on exit', async () => {
  await insertExpiring(t, t.admin, 50, -3)
  const live = await countRows()
  const each = expiredRows / tables.length
  await insertExpiring(t, t.admin, each, 31)
  const both = await countRows()
  for (const table of tables) expect(both[table], table).toBeGreaterThanOrEqual((live[table] ?? 0) + each)
  // The owner of the expired rows is signed in and seated at a table.
  const expected = { ...live, token_families: (live.token_families ?? 0) + 2 }
  const expectedTokens = { ...expected, refresh_tokens: (live.refresh_tokens ?? 0) + 1 }
  const env = { LOG_LEVEL: 'info', AUDIT_KEY: key, AUDIT_CHECKPOINT_DIR: folder }
  const processes = await Promise.all([startProcess(t, env), startProcess(t, env)])
  onTestFinished(() => {
    for (const { child } of processes) child.kill('SIGKILL')
  })
  const written = () => processes.map(({ output }) => output()).join('')
  await expect.poll(countRows, { timeout: 30_000 }).toEqual(expectedTokens)

  await t.deps.gateway.run({ kind: 'platform' }, (tx) =>
    tx.append([{ audience: 'platform', kind: 'auth.logout', payload: {} }], {
      actor: 'anyone',
      requestId: '1',
    }),
  )
  for (const { child } of processes) child.kill('SIGTERM')
  await Promise.all(processes.map(({ child }) => child.exitCode ?? once(child, 'exit')))
  const runs = written()
    .split('\n')
    .filter((line) => line.includes('"job":"clean-up"'))
    .map((line) => JSON.parse(line))
  expect(runs).toHaveLength(1)
  expect(runs[0]).toMatchObject(Object.fromEntries(Object.values(kindOf).map((kind) => [kind, each])))

  const { checkpoints, faults } = readCheckpoints(folder, key)
  expect(faults).toEqual([])
  expect(checkpoints.flatMap(({ heads }) => heads.map(([stream, seq]) => [stream, seq]))).toContainEqual([
    'platform',
    1,
  ])
  expect((await verifyJournal({ database: t.admin, checkpoints })).faults).toEqual([])
})

it('every table with an expiry column is cleaned up', async () => {
  const expiring = await t.admin<{ name: string }[]>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and column_name like '%expires_at' order by 1`
  const cleaned = [...tables, 'refresh_tokens']
  expect(expiring.map(({ name }) => name).filter((name) => !cleaned.includes(name))).toEqual([])
})

it('rows that have only just expired are kept for precise answers, and a key stays while it pairs a device', async () => {
  await insertExpiring(t, t.admin, 3, 31)
  await cleanUp(t.database).run()
  const before = await countRows()
  await insertExpiring(t, t.admin, 3, 0)
  const all = await countRows()
  await cleanUp(t.database).run()
  expect(await countRows()).toEqual(all)
  expect(all.device_keys).toBe((before.device_keys ?? 0) + 6)
})

it('a job that was claimed is not run again within its span, and is run in the next one', async () => {
  let runs = 0
  const job = { name: 'test', everySeconds: 3_600, run: async () => ({ runs: ++runs }) }
  const log = pino({ level: 'silent' })
  await Promise.all(Array.from({ length: 8 }, () => runIfClaimed(t.database, log, job)))
  expect(runs).toBe(1)
  await t.admin`update job_runs set claimed_at = now() - interval '2 hours' where job = 'test'`
  await Promise.all(Array.from({ length: 8 }, () => runIfClaimed(t.database, log, job)))
  expect(runs).toBe(2)
})

it.each([
  ['that was revoked long ago', `revoked_at = now() - interval '8 days'`, 0],
  ['that was revoked a moment ago, whose tokens still say so', `revoked_at = now()`, 1],
])('a sign-in %s is deleted or kept', async (_, change, left) => {
  const place = await t.createTenant()
  const { userId } = await t.signInAs(place, 'owner')
  await t.admin.unsafe(
    `update token_families set created_at = now() - interval '20 days', ${change} where user_id = '${userId}'`,
  )
  await t.admin`insert into refresh_tokens (token_hash, family_id, expires_at)
    select id::text, id, now() from token_families where user_id = ${userId}`
  await cleanUp(t.database).run()
  const rows = await t.admin`select id from token_families where user_id = ${userId}`
  expect(rows).toHaveLength(left)
})

it('the application itself cannot delete what the job deletes, nor claim a span by hand', async () => {
  for (const statement of [
    'delete from token_families',
    'delete from idempotency_records',
    'delete from invitations',
    'delete from webhook_deliveries',
    `insert into job_runs values ('x')`,
  ])
    await expect(t.database.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
})
