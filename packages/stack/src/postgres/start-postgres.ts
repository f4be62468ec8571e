import { existsSync } from 'node:fs'
import { readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { poll } from '../processes/poll.ts'
import { freePort } from '../servers/free-port.ts'
import { type PostgresBinaries, postgresBinaries } from './postgres-binaries.ts'
import { ensurePassword, type PostgresHome, postgresHome } from './postgres-home.ts'
import { isPostmasterOf, isRunning, readPostmaster, serves } from './postmaster.ts'
import { runPostgresTool } from './run-postgres-tool.ts'
import { stopHome } from './stop-postgres.ts'

export type PostgresOptions = {
  dataDir: string
  /** 0 takes a free one. */
  port: number
  /** False gives up durability in a machine crash for speed: for disposable data. */
  durable: boolean
}

export type PostgresServer = {
  /** The administrator's connection to the database `postgres`. */
  adminUrl: string
  port: number
  /** Where the files are, which as root may not be `dataDir`. */
  folder: string
  isAlive(): Promise<boolean>
  stop(): Promise<void>
}

export class PortInUseError extends Error {}

const startUpMs = 30_000

/** A real PostgreSQL on loopback. A server that a killed runner left on the same data is taken over. */
export async function startPostgres({ dataDir, port, durable }: PostgresOptions): Promise<PostgresServer> {
  const home = await postgresHome(dataDir)
  const binaries = await postgresBinaries(home.account.uid !== undefined)
  const password = await ensurePassword(home)
  const adminUrlAt = (at: number) => `postgres://postgres:${password}@127.0.0.1:${at}/postgres`
  const server = (at: number): PostgresServer => ({
    adminUrl: adminUrlAt(at),
    port: at,
    folder: home.folder,
    isAlive: () => isRunning(home),
    stop: () => stopHome(home),
  })

  const left = await leftServer(home, adminUrlAt)
  if (left !== undefined && (port === 0 || left === port)) return server(left)
  if (left !== undefined) await stopHome(home)

  await initialize(home, binaries)
  const chosen = port === 0 ? await freePort() : port
  await launch(home, binaries, chosen, durable)
  return server(chosen)
}

/** The port of a server that lives on this data; a `postmaster.pid` whose process is gone or another's is removed. */
async function leftServer(
  home: PostgresHome,
  adminUrlAt: (port: number) => string,
): Promise<number | undefined> {
  const found = await readPostmaster(home)
  if (!found) return undefined
  const answers = () => serves(home, adminUrlAt(found.port))
  const lives = () => isPostmasterOf(home, found.pid)
  const settled = async () => (await answers()) || !(await lives())
  await poll(settled, startUpMs)
  if (await answers()) return found.port
  if (await lives()) throw new Error(`PostgreSQL (process ${found.pid}) does not answer: see ${home.logFile}`)
  await rm(join(home.cluster, 'postmaster.pid'), { force: true })
  return undefined
}

/** Builds in a temporary folder and renames it, so that a killed start leaves no half-made cluster. */
async function initialize(home: PostgresHome, { initdb }: PostgresBinaries): Promise<void> {
  if (existsSync(home.cluster)) return
  const unfinished = `${home.cluster}.${process.pid}`
  await runPostgresTool(home, initdb, [
    ...['-D', unfinished, '-U', 'postgres', '--pwfile', home.passwordFile],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C'],
    ...['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--no-instructions', '--no-sync'],
  ])
  await rename(unfinished, home.cluster)
}

async function launch(home: PostgresHome, { pgCtl }: PostgresBinaries, port: number, durable: boolean) {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  await rm(home.logFile, { force: true })
  try {
    await runPostgresTool(home, pgCtl, [
      ...['start', '-D', home.cluster, '-l', home.logFile, '-w', '-s', '-t', String(startUpMs / 1000)],
      ...['-o', flags.join(' ')],
    ])
  } catch (error) {
    throw await explain(home, port, error)
  }
}

async function explain({ logFile }: PostgresHome, port: number, cause: unknown): Promise<Error> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  if (/could not bind/.test(log)) return new PortInUseError(`PostgreSQL: port ${port} is in use`, { cause })
  if (/incompatible with server/.test(log)) {
    return new Error('Another PostgreSQL version wrote the data: pnpm db:reset starts over', { cause })
  }
  const lastLines = log.trim().split('\n').slice(-5).join('\n')
  return new Error(`PostgreSQL could not start:\n${lastLines}`, { cause })
}
