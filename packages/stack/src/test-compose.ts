import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './find-browser.ts'
import { freePort } from './free-port.ts'
import { repoRoot } from './paths.ts'
import { playwrightCounts } from './playwright-counts.ts'
import { run } from './run.ts'

/**
 * `pnpm test:compose`: builds the images, brings the production stack up, walks the ordering loop through Caddy in a
 * browser, and tears everything down. Needs a Docker Engine with Compose.
 */
const folder = await mkdtemp(join(tmpdir(), 'restai-compose-'))
const secret = () => randomBytes(48).toString('base64url')
const httpPort = await freePort()
const httpsPort = await freePort()
const baseUrl = `http://localhost:${httpPort}`
const signupToken = secret()
const project = ['compose', '--project-name', 'restai-test', '--env-file', join(folder, '.env')]

await writeFile(
  join(folder, '.env'),
  Object.entries({
    SITE_ADDRESS: 'http://localhost',
    CORS_ORIGINS: baseUrl,
    HTTP_PORT: httpPort,
    HTTPS_PORT: httpsPort,
    POSTGRES_PASSWORD: secret(),
    APP_DATABASE_PASSWORD: secret(),
    JWT_SECRET: secret(),
    JWT_REFRESH_SECRET: secret(),
    SIGNUP: 'token',
    SIGNUP_TOKEN: signupToken,
  })
    .map(([name, value]) => `${name}=${value}`)
    .join('\n'),
  { mode: 0o600 },
)

let counts = { passed: 0, failed: 1 }
try {
  await refusesWithoutSettings()
  await run('docker', [...project, 'up', '--build', '--wait', '--wait-timeout', '240'], { cwd: repoRoot })
  const report = join(folder, 'report.json')
  await run('playwright', ['test', '--config', 'compose.config.ts'], {
    cwd: join(repoRoot, 'apps/e2e'),
    env: {
      E2E_BASE_URL: baseUrl,
      E2E_SIGNUP_TOKEN: signupToken,
      E2E_CHROMIUM: await findBrowser(),
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
    allowFailure: true,
  })
  counts = await playwrightCounts(report)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  await run('docker', [...project, 'logs', '--tail', '60'], { cwd: repoRoot, allowFailure: true })
} finally {
  await run('docker', [...project, 'down', '--volumes', '--timeout', '10'], {
    cwd: repoRoot,
    allowFailure: true,
  })
  await rm(folder, { recursive: true, force: true })
}
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed\n`)
process.exit(counts.failed === 0 && counts.passed > 0 ? 0 : 1)

/** A missing setting stops `docker compose up` with a message that names it. */
async function refusesWithoutSettings(): Promise<void> {
  const empty = join(folder, 'empty.env')
  await writeFile(empty, '')
  const { output, status } = await run('docker', ['compose', '--env-file', empty, 'config', '--quiet'], {
    cwd: repoRoot,
    allowFailure: true,
    capture: true,
  })
  if (status === 0 || !/POSTGRES_PASSWORD|JWT_SECRET|SITE_ADDRESS/.test(output))
    throw new Error('compose accepted an empty .env')
}
