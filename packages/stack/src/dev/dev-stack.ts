import { join } from 'node:path'
import { ensureDevSecrets } from '@repo/config'
import { migrateDatabase } from '@repo/db/migrate'
import { type DemoGuide, seedDemo } from '@repo/db/seed'
import { apiFolder, dataFolder, repoRoot, webFolder } from '../paths.ts'
import { appUrl } from '../postgres/app-url.ts'
import { createDatabase } from '../postgres/create-database.ts'
import { PortInUseError, type PostgresServer, startPostgres } from '../postgres/start-postgres.ts'
import { stopPostgres } from '../postgres/stop-postgres.ts'
import {
  cleanUpAfterDeadRunners,
  openRunnerRecord,
  type RunnerRecord,
  waitForLiveRunner,
} from '../processes/runner-record.ts'
import { type Child, startChild } from '../processes/start-child.ts'
import { dim, red, say, step } from '../progress.ts'
import { checkPort, portInUse, type readPorts } from '../servers/check-ports.ts'
import { waitUntilItAnswers } from '../servers/wait-until-it-answers.ts'

export type DevPorts = ReturnType<typeof readPorts>

type DevStackOptions = {
  ports: DevPorts
  /** Told when something that should run for as long as the stack is gone. */
  onDeath(name: string, why: string): void
}

const dataDir = join(dataFolder, 'postgres')
const startMs = 60_000

/** What `pnpm dev` runs: PostgreSQL, the API and the web server, which follow edits. */
export function createDevStack({ ports, onDeath }: DevStackOptions) {
  const children: Child[] = []
  let record: RunnerRecord | undefined
  const apiUrl = `http://127.0.0.1:${ports.api.port}`
  const webUrl = `http://127.0.0.1:${ports.web.port}`

  async function start(): Promise<DemoGuide> {
    await waitForLiveRunner('dev')
    const opened = await openRunnerRecord('dev')
    record = opened
    await cleanUpAfterDeadRunners()
    await checkPort(ports.web)
    await checkPort(ports.api)

    const run = async (options: Command) => {
      const child = await startChild({ ...options, record: opened })
      children.push(child)
      return child
    }
    const web = await run(webCommand(ports, apiUrl))
    const secrets = await step('secrets', async () => ensureDevSecrets(join(dataFolder, 'dev-secrets.env')))
    const postgres = await step(
      'PostgreSQL',
      () => startDatabase(ports),
      ({ port }) => `port ${port}`,
    )
    const { adminUrl, databaseUrl } = await step('migrations', () => migrate(postgres))
    const guide = await step('demo data', () => seedDemo({ adminUrl }))
    const api = await run(
      apiCommand(ports, {
        ...secrets,
        AUDIT_CHECKPOINT_DIR: join(dataFolder, 'audit'),
        DATABASE_URL: databaseUrl,
      }),
    )
    await step('API', () => waitUntilItAnswers(api, `${apiUrl}/health`, startMs))
    const firstPage = webUrl + (guide.tables[0]?.path ?? '/')
    await step(
      'web, first page',
      () => waitUntilItAnswers(web, firstPage, startMs),
      (status) => `answered ${status}`,
    )

    for (const child of children) watchChild(child, onDeath)
    watchDatabase(postgres, onDeath)
    return guide
  }

  async function stop(): Promise<void> {
    await Promise.all(children.map((child) => child.stop()))
    if (!record) return
    await stopPostgres(dataDir)
    await record.close()
  }

  return { start, stop }
}

type Command = { name: string; command: string; args: string[]; cwd: string; env: Record<string, string> }

const webCommand = ({ web }: DevPorts, apiUrl: string): Command => ({
  name: 'web',
  command: 'next',
  args: ['dev', '-p', String(web.port), '-H', process.env.WEB_HOST ?? '127.0.0.1'],
  cwd: webFolder,
  env: { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1', API_INTERNAL_URL: apiUrl },
})

/** Restarts when a file that it imports changes, in the shared packages too. */
const apiCommand = ({ api, web }: DevPorts, secrets: Record<string, string>): Command => ({
  name: 'api',
  command: process.execPath,
  args: ['--watch', '--watch-preserve-output', join(apiFolder, 'src/main.ts'), '--development'],
  cwd: repoRoot,
  env: {
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    SIGNUP: process.env.SIGNUP ?? 'open',
    CORS_ORIGINS: process.env.CORS_ORIGINS ?? `http://localhost:${web.port},http://127.0.0.1:${web.port}`,
    TRUSTED_PROXIES: '127.0.0.1,::1',
    API_HOST: '127.0.0.1',
    API_PORT: String(api.port),
    ...secrets,
  },
})

function startDatabase({ database }: DevPorts): Promise<PostgresServer> {
  return startPostgres({ dataDir, port: database.port, durable: true }).catch((error) => {
    throw error instanceof PortInUseError ? new Error(portInUse(database)) : error
  })
}

async function migrate(postgres: PostgresServer) {
  const adminUrl = await createDatabase(postgres.adminUrl, 'restai')
  const databaseUrl = appUrl(adminUrl)
  await migrateDatabase({ adminUrl, appUrl: databaseUrl })
  return { adminUrl, databaseUrl }
}

/** What it writes is shown from now on. */
function watchChild(child: Child, onDeath: DevStackOptions['onDeath']): void {
  const prefix = dim(`${child.name} │`)
  child.onLine((line) => {
    say(`${prefix} ${line}`)
    if (line.startsWith('Failed running'))
      say(red(`  The ${child.name} crashed. It starts again when a file changes.`))
  })
  void child.ended.then((why) => onDeath(child.name, why))
}

function watchDatabase(postgres: PostgresServer, onDeath: DevStackOptions['onDeath']): void {
  const timer = setInterval(async () => {
    if (await postgres.isAlive()) return
    clearInterval(timer)
    onDeath('PostgreSQL', 'its process is gone')
  }, 1_000)
}
