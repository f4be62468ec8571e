import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser/find-browser.ts'
import { waitForQuietNetwork } from './browser/wait-for-quiet-network.ts'
import { e2eFolder, repoRoot } from './paths.ts'
import { run } from './processes/run.ts'
import { red, say, step } from './progress.ts'
import { isPortFree } from './servers/check-ports.ts'
import { composeSettings, forgetComposeVariables } from './servers/compose-settings.ts'
import {
  addOutcomes,
  closingLines,
  failureLine,
  isGreen,
  neverSilent,
  type Outcome,
} from './test-runs/outcome.ts'
import { playwrightOutcome } from './test-runs/playwright-outcome.ts'

/**
 * `pnpm test:compose`: builds the images, brings the production stack up, walks the ordering loop through Caddy in a
 * browser, lets preflight look at it, then disturbs it, and tears everything down. Needs a Docker Engine with Compose.
 */
const interruption = new AbortController()
const { signal } = interruption
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => interruption.abort())

const folder = await mkdtemp(join(tmpdir(), 'restai-compose-'))
const settings = await composeSettings(folder, signal)
const authority = join(folder, 'root.crt')
forgetComposeVariables(process.env)
Object.assign(process.env, {
  COMPOSE_PROJECT_NAME: 'restai-test',
  COMPOSE_ENV_FILES: settings.file,
  COMPOSE_FILE: settings.files,
})

const outcome = await test().catch(async (error: Error) => {
  say(red(error.message))
  return { passed: 0, failures: [failureLine('test:compose', error.message)] }
})
await step('down', removeStack)
await rm(folder, { recursive: true })
say(`\n${closingLines(outcome)}`)
process.exit(signal.aborted ? 130 : isGreen(outcome) ? 0 : 1)

async function test(): Promise<Outcome> {
  // A run that was killed may have left its stack behind.
  await removeStack()
  await step('images', () => compose('build'))
  const closedPorts = await portsThatStayClosed()
  await step('up', () => compose('up', '--wait', '--wait-timeout', '180')).catch(showLogs)
  // Caddy signs for localhost with an authority of its own.
  await compose('cp', 'caddy:/data/caddy/pki/authorities/local/root.crt', authority)
  // First, because a browser gives up on a page when a container starts or stops on its machine.
  await step('quiet network', () => waitForQuietNetwork())
  const loop = await walk('loop')
  await restartApi()
  const inspected = await preflight(closedPorts)
  await restartApi()
  const result = addOutcomes([loop, inspected, await walk('surface')])
  if (result.failures.length > 0) await showLogs()
  return result
}

/** Resets limits that were used up. */
async function restartApi(): Promise<void> {
  await compose('restart', 'api')
  await compose('up', '--detach', '--no-deps', '--wait', '--wait-timeout', '60', 'api')
}

/** Where the services listen among themselves, unless something else on this machine does too. */
async function portsThatStayClosed(): Promise<number[]> {
  const internal = [2019, 2020, 3000, 3001, 3002, 5432]
  const free = await Promise.all(internal.map(isPortFree))
  return internal.filter((_, at) => free[at])
}

/** Every check must pass, and none may be skipped. */
async function preflight(closedPorts: readonly number[]): Promise<Outcome> {
  const report = join(folder, 'preflight.json')
  const args = [
    ...[join(repoRoot, 'packages/preflight/run.js'), settings.baseUrl, '--strict', '--ca', authority],
    ...['--http-port', String(settings.httpPort), '--ports', closedPorts.join(','), '--json', report],
  ]
  const { status } = await run(process.execPath, args, {
    cwd: repoRoot,
    allowFailure: true,
    signal,
    env: { PREFLIGHT_SIGNUP_TOKEN: settings.signupToken, PREFLIGHT_HEALTH_SECRET: settings.healthSecret },
  })
  const text = await readFile(report, 'utf8').catch(() => '{"findings":[]}')
  const { findings } = JSON.parse(text) as { findings: { id: string; verdict: { outcome: string } }[] }
  const others = findings.filter(({ verdict }) => verdict.outcome !== 'pass')
  const failures = others.map(({ id, verdict }) => failureLine(`preflight ${id}`, JSON.stringify(verdict)))
  return neverSilent({ passed: findings.length - others.length, failures }, status)
}

async function walk(project: 'loop' | 'surface'): Promise<Outcome> {
  const report = join(folder, `${project}.json`)
  const { status } = await run(
    'playwright',
    ['test', '--config', 'compose.config.ts', '--project', project],
    {
      cwd: e2eFolder,
      allowFailure: true,
      signal,
      env: {
        E2E_BASE_URL: settings.baseUrl,
        E2E_SIGNUP_TOKEN: settings.signupToken,
        E2E_CHROMIUM: await findBrowser(),
        NODE_EXTRA_CA_CERTS: authority,
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    },
  )
  return playwrightOutcome(report, status)
}

function compose(...args: string[]) {
  return run('docker', ['compose', ...args], { cwd: repoRoot, capture: true, signal })
}

/** Must not be interrupted. */
async function removeStack(): Promise<void> {
  const args = ['compose', 'down', '--volumes', '--remove-orphans', '--timeout', '10']
  await run('docker', args, { cwd: repoRoot, capture: true, allowFailure: true })
}

async function showLogs(error?: Error): Promise<void> {
  await run('docker', ['compose', 'logs', '--tail', '60'], { cwd: repoRoot, allowFailure: true })
  if (error) throw error
}
