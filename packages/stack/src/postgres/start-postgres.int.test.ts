import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freePort } from '../servers/free-port.ts'
import { createDatabase } from './create-database.ts'
import { type PostgresServer, startPostgres } from './start-postgres.ts'

let folder: string
let server: PostgresServer | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'restai-stack-'))
  await chmod(folder, 0o755)
})
afterEach(async () => {
  await server?.stop()
  for (const used of [folder, server?.folder]) if (used) await rm(used, { recursive: true, force: true })
})

async function start(port = 0): Promise<PostgresServer> {
  server = await startPostgres({ dataDir: join(folder, 'postgres'), port, durable: true })
  return server
}

async function query(url: string, text: string) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    return await sql.unsafe(text)
  } finally {
    await sql.end()
  }
}

const pidFile = (of: PostgresServer) => join(of.folder, 'cluster', 'postmaster.pid')

test('what was written before a stop is there after the next start', async () => {
  const first = await start()
  await query(await createDatabase(first.adminUrl, 'kept'), 'create table dishes as select 1 as id')
  await first.stop()
  const second = await start()
  expect(await query(await createDatabase(second.adminUrl, 'kept'), 'select id from dishes')).toEqual([
    { id: 1 },
  ])
})

test('a server that outlives its killed runner is taken over', async () => {
  const first = await start()
  const second = await start()
  expect(second.port).toBe(first.port)
  expect(await query(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that a killed runner left on another port moves to the wanted one', async () => {
  const first = await start()
  const second = await start(await freePort())
  expect(second.port).not.toBe(first.port)
  expect(await query(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a port that is taken is named', async () => {
  const first = await start()
  const other = startPostgres({ dataDir: join(folder, 'other'), port: first.port, durable: false })
  await expect(other).rejects.toThrow(`port ${first.port} is in use`)
})

test('a pid file whose number belongs to another process now does not stop the start', async () => {
  const first = await start()
  const [, ...rest] = (await readFile(pidFile(first), 'utf8')).split('\n')
  await first.stop()
  await writeFile(pidFile(first), [process.pid, ...rest].join('\n'))
  const second = await start()
  expect(await query(second.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a killed server recovers what was committed', async () => {
  const first = await start()
  await query(first.adminUrl, 'create table dishes as select 1 as id')
  process.kill(Number.parseInt(await readFile(pidFile(first), 'utf8'), 10), 'SIGKILL')
  const second = await start()
  expect(await query(second.adminUrl, 'select id from dishes')).toEqual([{ id: 1 }])
})

test('only this machine and only the generated password get in', async () => {
  const { adminUrl } = await start()
  const guessed = new URL(adminUrl)
  guessed.password = 'postgres'
  await expect(query(guessed.href, 'select 1')).rejects.toThrow('password authentication failed')
  expect(await query(adminUrl, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
})
