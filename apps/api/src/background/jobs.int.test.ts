import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Database } from '@repo/db'
import { readCheckpoints, verifyJournal } from '@repo/db/audit'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { cleanUp } from './clean-up.ts'
import { runIfClaimed } from './schedule.ts'

const key = 'J3nV8qLx2TzRb6WcYk9PmHs4DfGa7EuXoIiNlQrSw5Bt0ZvKy1MpCe'
const expiredRows = 10_000
let t: TestApp
let admin: Database
let folder: string
beforeAll(async () => {
  t = await createTestApp()
  admin = connect({ url: t.testDatabase.adminUrl, poolMax: 2 })
  folder = mkdtempSync(join(tmpdir(), 'restai-jobs-'))
})
afterAll(async () => {
  await admin.end()
  await t.close()
  rmSync(folder, { recursive: true })
})

/** Sign-ins and replies that were over so many days ago; negative days are still to come. */
async function insertRows(count: number, daysAgo: number): Promise<void> {
  const place = await t.createTenant()
  const { userId } = await t.signInAs(place, 'owner')
  await admin`
    with families as (
      insert into token_families (id, kind, user_id, created_at, absolute_expires_at)
      select gen_random_uuid(), 'staff', ${userId}, now() - interval '60 days', now() - make_interval(days => ${daysAgo})
      from generate_series(1, ${count}::int) returning id)
    insert into refresh_tokens (token_hash, family_id, expires_at)
    select id::text, id, now() - make_interval(days => ${daysAgo}) from families`
  await admin`
    insert into idempotency_records (organization_id, branch_id, actor_id, operation, key, fingerprint, status, body, created_at)
    select ${place.organizationId}, ${place.branchId}, gen_random_uuid(), 'order', n::text, 'x', 201, '{}', now() - make_interval(days => ${Math.max(0, daysAgo)})
    from generate_series(1, ${count}::int) n`
}
const countRows = async () => {
  const [row] = await admin`
    select (select count(*) from token_families) as families, (select count(*) from refresh_tokens) as tokens,
      (select count(*) from idempotency_records) as replies`
  return row
}

it('two processes clean 10,000 expired rows up once, keep the live ones, and sign the journal as they leave', async () => {
  await insertRows(50, -3)
  const live = await countRows()
  await insertRows(expiredRows, 9)
  expect(await countRows()).not.toEqual(live)
  const env = { LOG_LEVEL: 'info', AUDIT_KEY: key, AUDIT_CHECKPOINT_DIR: folder }
  const processes = await Promise.all([startProcess(t, env), startProcess(t, env)])
  const written = () => processes.map(({ output }) => output()).join('')
  await expect.poll(countRows, { timeout: 30_000 }).toEqual({ ...live, families: Number(live?.families) + 1 })

  await t.deps.gateway.run({ kind: 'platform' }, (tx) =>
    tx.append([{ audience: 'platform', kind: 'auth.logout', payload: {} }], {
      actor: 'anyone',
      requestId: '1',
    }),
  )
  for (const { child } of processes) child.kill('SIGTERM')
  await Promise.all(processes.map(({ child }) => child.exitCode ?? once(child, 'exit')))
  expect(written().match(/"job":"clean-up","families":\d+/g)).toEqual([
    `"job":"clean-up","families":${expiredRows}`,
  ])

  const { checkpoints, faults } = readCheckpoints(folder, key)
  expect(faults).toEqual([])
  expect(checkpoints.flatMap(({ heads }) => heads.map(([stream, seq]) => [stream, seq]))).toContainEqual([
    'platform',
    1,
  ])
  expect((await verifyJournal({ database: admin, checkpoints })).faults).toEqual([])
})

it('a job that was claimed is not run again within its span, and is run in the next one', async () => {
  let runs = 0
  const job = { name: 'test', everySeconds: 3_600, run: async () => ({ runs: ++runs }) }
  const log = pino({ level: 'silent' })
  await Promise.all(Array.from({ length: 8 }, () => runIfClaimed(t.database, log, job)))
  expect(runs).toBe(1)
  await admin`update job_runs set claimed_at = now() - interval '2 hours' where job = 'test'`
  await Promise.all(Array.from({ length: 8 }, () => runIfClaimed(t.database, log, job)))
  expect(runs).toBe(2)
})

it.each([
  ['that was revoked long ago', `revoked_at = now() - interval '8 days'`, 0],
  ['that was revoked a moment ago, whose tokens still say so', `revoked_at = now()`, 1],
])('a sign-in %s is deleted or kept', async (_, change, left) => {
  const place = await t.createTenant()
  const { userId } = await t.signInAs(place, 'owner')
  await admin.unsafe(
    `update token_families set created_at = now() - interval '20 days', ${change} where user_id = '${userId}'`,
  )
  await admin`insert into refresh_tokens (token_hash, family_id, expires_at)
    select id::text, id, now() from token_families where user_id = ${userId}`
  await cleanUp(t.database).run()
  const rows = await admin`select id from token_families where user_id = ${userId}`
  expect(rows).toHaveLength(left)
})

it('the application itself cannot delete what the job deletes, nor claim a span by hand', async () => {
  for (const statement of [
    'delete from token_families',
    'delete from idempotency_records',
    `insert into job_runs values ('x')`,
  ])
    await expect(t.database.unsafe(statement)).rejects.toMatchObject({ code: '42501' })
})
