import { randomBytes } from 'node:crypto'
import { repoRoot, run, type Stack, startStack } from '@repo/stack'
import { freePort } from '@repo/stack/free-port'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checks } from './checks/index.ts'
import type { Options } from './options.ts'
import { runChecks } from './run-checks.ts'
import { createTarget } from './target.ts'
import { makeCertificate } from './testing/certificate.ts'
import { startEdge } from './testing/edge.ts'

const buildMs = 600_000
const healthSecret = randomBytes(32).toString('base64url')

let port: number
let stack: Stack
beforeAll(async () => {
  await run('turbo', ['run', 'build', '--output-logs=errors-only', '--no-update-notifier'], { cwd: repoRoot })
  port = await freePort()
  const apiEnv = { CORS_ORIGINS: `https://localhost:${port}`, HEALTH_SECRET: healthSecret }
  stack = await startStack({ web: true, seed: false, apiEnv })
}, buildMs)
afterAll(() => stack?.stop())

test('preflight finds no fault in the production builds behind TLS, and skips nothing', async ({ task }) => {
  const tls = makeCertificate(80)
  const portOf = (url: string): number => Number(new URL(url).port)
  const edge = await startEdge({
    ...{ port, tls, clientAddress: '198.51.100.1' },
    ...{ apiPort: portOf(stack.apiUrl), webPort: portOf(stack.webUrl) },
  })
  const options: Options = {
    ...{ site: new URL(edge.origin), ca: tls.cert, hsts: 'full', httpPort: edge.httpPort },
    ...{ ports: [await freePort()], signupToken: 'sign-up is open here', healthSecret },
  }
  const findings = await runChecks(checks, createTarget(options, AbortSignal.timeout(60_000)))
  await edge.stop()
  const others = findings.filter(({ verdict }) => verdict.outcome !== 'pass')
  expect(others.map(({ id, verdict }) => ({ id, verdict }))).toEqual([])
  reportFigure(task, 'checks passed', findings.length)
})
