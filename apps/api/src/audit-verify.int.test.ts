import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCheckpoint } from '@repo/db/audit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApp, type TestApp } from './testing/test-app.ts'

const key = 'J3nV8qLx2TzRb6WcYk9PmHs4DfGa7EuXoIiNlQrSw5Bt0ZvKy1MpCe'
let t: TestApp
let folder: string
beforeAll(async () => {
  t = await createTestApp()
  folder = mkdtempSync(join(tmpdir(), 'restai-verify-'))
  for (let n = 0; n < 3; n++)
    await t.deps.gateway.run({ kind: 'platform' }, (tx) =>
      tx.append([{ audience: 'platform', kind: 'auth.logout' }], { actor: 'anyone', requestId: String(n) }),
    )
  await writeCheckpoint({ database: t.database, folder, key })
})
afterAll(async () => {
  await t.close()
  rmSync(folder, { recursive: true })
})

function verify(adminUrl: string): Promise<{ status: number | null; output: string }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'audit-verify-main.ts')], {
    env: { MIGRATE_DATABASE_URL: adminUrl, AUDIT_KEY: key, AUDIT_CHECKPOINT_DIR: folder },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk
    })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, output })))
}

test('pnpm audit:verify exits with 0 when intact, with 1 naming stream and entry, and with 2 when it cannot tell', async () => {
  const url = t.testDatabase.adminUrl
  expect(await verify(url)).toMatchObject({
    status: 0,
    output: expect.stringContaining('3 entries in 1 streams, 1 checkpoints: intact'),
  })
  await t.admin`update journal_entries set actor = 'user:x' where stream = 'platform' and seq = 2`
  expect(await verify(url)).toMatchObject({
    status: 1,
    output: expect.stringContaining('✗ platform 2 does not fit its hash'),
  })
  const unreachable = new URL(url)
  unreachable.port = '1'
  const { status, output } = await verify(unreachable.href)
  expect(status).toBe(2)
  expect(output).toContain('could not be read')
  expect(output).not.toContain(key)
})
