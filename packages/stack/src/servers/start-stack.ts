import { existsSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { generateSecrets } from '@repo/config'
import { migrateDatabase } from '@repo/db/migrate'
import { type DemoGuide, seedDemo } from '@repo/db/seed'
import { apiFolder, dataFolder, webFolder } from '../paths.ts'
import { appUrl } from '../postgres/app-url.ts'
import { createDatabase } from '../postgres/create-database.ts'
import { throwAwayPostgres } from '../postgres/throw-away-postgres.ts'
import { cleanUpAfterDeadRunners, openRunnerRecord, type RunnerRecord } from '../processes/runner-record.ts'
import { type Child, startChild } from '../processes/start-child.ts'
import { freePort } from './free-port.ts'
import { waitUntilItAnswers } from './wait-until-it-answers.ts'

export type StackOptions = {
  web: boolean
  /** Fills the database with the demo restaurants. */
  seed: boolean
  /** Settings of the API beside the stack's own. */
  apiEnv?: Record<string, string>
  /** PostgreSQL waits for the disk, as in production. */
  durable?: boolean
}

export type Stack = {
  /** The origin that a browser opens; without `web` nothing listens there. */
  webUrl: string
  apiUrl: string
  adminUrl: string
  databaseUrl: string
  guide: DemoGuide | undefined
  /** Kills the API without warning and starts it again on the same port. */
  restartApi(): Promise<void>
  stop(): Promise<void>
}

const startMs = 30_000

/** The production builds on free ports of this machine with a PostgreSQL of their own. `pnpm build` comes first. */
export async function startStack({ web, seed, apiEnv = {}, durable = false }: StackOptions): Promise<Stack> {
  await cleanUpAfterDeadRunners()
  const record = await openRunnerRecord('stack')
  const stops: (() => Promise<void>)[] = [() => record.close()]
  const stop = async () => {
    for (const undo of stops.splice(0).reverse()) await undo()
  }
  try {
    const postgres = await throwAwayPostgres(record, durable)
    stops.push(() => postgres.stop())
    const adminUrl = await createDatabase(postgres.adminUrl, 'restai')
    const databaseUrl = appUrl(adminUrl)
    await migrateDatabase({ adminUrl, appUrl: databaseUrl })
    const guide = seed ? await seedDemo({ adminUrl }) : undefined

    const webPort = await freePort()
    const apiPort = await freePort()
    const webUrl = `http://localhost:${webPort}`
    const apiUrl = `http://127.0.0.1:${apiPort}`
    const env = { ...apiSettings(apiPort, webUrl, databaseUrl), ...apiEnv }
    let api = await startApi(record, env, apiUrl)
    stops.push(() => api.stop())
    if (web) {
      const child = await startWeb(record, webPort, apiUrl)
      stops.push(() => child.stop())
    }
    const restartApi = async () => {
      await api.kill()
      api = await startApi(record, env, apiUrl)
    }
    return { webUrl, apiUrl, adminUrl, databaseUrl, guide, restartApi, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const apiSettings = (port: number, webUrl: string, databaseUrl: string): Record<string, string> => ({
  ...generateSecrets(),
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  API_HOST: '127.0.0.1',
  API_PORT: String(port),
  CORS_ORIGINS: webUrl,
  TRUSTED_PROXIES: '127.0.0.1,::1',
  SIGNUP: 'open',
  LOG_LEVEL: 'warn',
  MEDIA_DIR: join(dataFolder, 'stack-media'),
})

async function startApi(record: RunnerRecord, env: Record<string, string>, apiUrl: string): Promise<Child> {
  const args = [built(join(apiFolder, 'dist/main.js'))]
  const api = await startChild({ name: 'api', command: process.execPath, args, cwd: apiFolder, env, record })
  await waitUntilItAnswers(api, `${apiUrl}/health`, startMs)
  return api
}

/** A standalone build lacks its static files: they are copied beside it. */
async function startWeb(record: RunnerRecord, port: number, apiUrl: string): Promise<Child> {
  const cwd = join(webFolder, '.next/standalone/apps/web')
  const args = [built(join(cwd, 'server.js'))]
  await cp(join(webFolder, '.next/static'), join(cwd, '.next/static'), { recursive: true })
  await cp(join(webFolder, 'public'), join(cwd, 'public'), { recursive: true })
  const env = { NODE_ENV: 'production', PORT: String(port), HOSTNAME: '127.0.0.1', API_INTERNAL_URL: apiUrl }
  const web = await startChild({ name: 'web', command: process.execPath, args, cwd, env, record })
  const status = await waitUntilItAnswers(web, `http://127.0.0.1:${port}/`, startMs)
  if (status >= 500) throw new Error([`the web server answers ${status}`, ...web.lines].join('\n'))
  return web
}

function built(file: string): string {
  if (!existsSync(file)) throw new Error(`${file} is missing: run pnpm build`)
  return file
}
