import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateSecrets } from '@repo/config'
import { migrateDatabase } from '@repo/db/migrate'
import { apiFolder } from '../paths.ts'
import { appUrl } from '../postgres/app-url.ts'
import { createDatabase } from '../postgres/create-database.ts'
import { throwAwayPostgres } from '../postgres/throw-away-postgres.ts'
import { run } from '../processes/run.ts'
import { freePort } from '../servers/free-port.ts'
import type { BenchRun } from './bench-run.ts'
import { type BenchProcess, startProcess } from './start-process.ts'
import { waitForAnswer } from './wait-for-answer.ts'

export type RunningApi = BenchProcess & { port: number }

/** What the measurements of the API share: an empty migrated database with durable writes, and the production bundle. */
export type BenchServer = {
  bench: BenchRun
  adminUrl: string
  databaseUrl: string
  postgresLog: string
  jwtSecret: string
  /** For files; removed at the end. */
  folder: string
  /** As in production: the bundle, its default log level, and this machine as the trusted proxy. */
  startApi(settings?: Record<string, string>): Promise<RunningApi>
}

export async function startBenchServer(bench: BenchRun): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'restai-bench-'))
  bench.atEnd(() => rm(folder, { recursive: true, force: true }))
  const postgres = await throwAwayPostgres(bench.record, true)
  bench.atEnd(postgres.stop)
  const adminUrl = await createDatabase(postgres.adminUrl, 'restai')
  const databaseUrl = appUrl(adminUrl)
  await migrateDatabase({ adminUrl, appUrl: databaseUrl })
  await run('rolldown', ['-c', 'rolldown.config.ts'], { cwd: apiFolder, capture: true })
  const { JWT_SECRET, JWT_REFRESH_SECRET } = generateSecrets()
  const env = {
    DATABASE_URL: databaseUrl,
    JWT_SECRET,
    JWT_REFRESH_SECRET,
    CORS_ORIGINS: 'https://order.example.com',
    TRUSTED_PROXIES: '127.0.0.1',
    SIGNUP: 'closed',
  }

  return {
    ...{ bench, adminUrl, databaseUrl, folder },
    postgresLog: join(postgres.folder, 'server.log'),
    jwtSecret: JWT_SECRET,
    async startApi(settings = {}) {
      const port = await freePort()
      const logFile = join(folder, `api-${port}.log`)
      const args = [join(apiFolder, 'dist/main.js')]
      const api = await startProcess({
        ...{ args, bench, logFile },
        env: { ...env, ...settings, API_PORT: String(port) },
      })
      await waitForAnswer(api, port, '/health', logFile)
      return { ...api, port }
    },
  }
}
