import { join } from 'node:path'
import { ensureDevSecrets } from '@repo/config'
import { migrateDatabase } from '@repo/db/migrate'
import { type DemoGuide, seedDemo } from '@repo/db/seed'
import { appUrl } from './app-url.ts'
import { checkPort, type readPorts } from './check-ports.ts'
import { createDatabase } from './create-database.ts'
import { apiFolder, dataFolder, repoRoot, webFolder } from './paths.ts'
import { dim, red, say, seconds, step } from './progress.ts'
import { cleanUpAfterDeadRunners, openRunnerRecord, type RunnerRecord, waitForEarlierRunner } from './runner-record.ts'
import { type Child, startChild } from './start-child.ts'
import { type PostgresServer, startPostgres } from './start-postgres.ts'
import { stopPostgres } from './stop-postgres.ts'
import { waitUntilItAnswers } from './wait-until-it-answers.ts'

type DevStackOptions = {
  ports: ReturnType<typeof readPorts>
  dataDir: string
  /** Told once, when something that should run for as long as the stack is gone. */
  onDeath(name: string, why: string): void
}

const startMs = 60_000

export function createDevStack({ ports, dataDir, onDeath }: DevStackOptions) {
  const children: Child[] = []
  let record: RunnerRecord | undefined
  let watch: NodeJS.Timeout | undefined
  const webUrl = `http://127.0.0.1:${ports.web.port}`
  const apiUrl = `http://127.0.0.1:${ports.api.port}`

  async function spawn(name: string, cwd: string, args: [string, ...string[]], env: Record<string, string>) {
    if (!record) throw new Error('the runner record is not open')
    const [command, ...rest] = args
    const child = await startChild({ name, command, args: rest, cwd, env, record })
    children.push(child)
    return child
  }

  const startWeb = () =>
    spawn('web', webFolder, ['next', 'dev', '-p', String(ports.web.port), '-H', process.env.WEB_HOST ?? '127.0.0.1'], {
      NODE_ENV: 'development',
      NEXT_TELEMETRY_DISABLED: '1',
      API_INTERNAL_URL: apiUrl,
    })

  const startApi = (databaseUrl: string, secrets: Record<string, string>) =>
    spawn('api', repoRoot, [process.execPath, ...watchArguments, join(apiFolder, 'src/main.ts'), '--development'], {
      LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
      SIGNUP: process.env.SIGNUP ?? 'open',
      CORS_ORIGINS: process.env.CORS_ORIGINS ?? `http://localhost:${ports.web.port},${webUrl}`,
      TRUSTED_PROXIES: '127.0.0.1,::1',
      ...secrets,
      DATABASE_URL: databaseUrl,
      API_HOST: '127.0.0.1',
      API_PORT: String(ports.api.port),
    })

  async function start(): Promise<DemoGuide> {
    await waitForEarlierRunner('dev')
    record = await openRunnerRecord('dev')
    await cleanUpAfterDeadRunners()
    await checkPort(ports.web)
    await checkPort(ports.api)

    const secrets = await step('secrets', async () => ensureDevSecrets(join(dataFolder, 'dev-secrets.env')))
    const postgres = await step(
      'PostgreSQL',
      () => startPostgres({ dataDir, port: ports.database.port, durable: true, portVariable: ports.database.variable }),
      ({ port }) => `port ${port}`,
    )
    const web = await startWeb()
    const adminUrl = await createDatabase(postgres.adminUrl, 'restai')
    const databaseUrl = appUrl(adminUrl)
    await step('migrations', () => migrateDatabase({ adminUrl, appUrl: databaseUrl }))
    const guide = await step('demo data', () => seedDemo({ adminUrl }))
    const api = await startApi(databaseUrl, secrets)
    await step('API', () => waitUntilItAnswers(api, `${apiUrl}/health`, startMs), () => apiUrl)
    const page = webUrl + (guide.tables[0]?.path ?? '/')
    await step('web and its first page', () => waitUntilItAnswers(web, page, startMs))
    for (const child of children) passThrough(child)
    watchOver(postgres)
    return guide
  }

  return { start, stop }
}
