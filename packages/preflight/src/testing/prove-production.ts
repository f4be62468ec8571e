import { startStack } from '@repo/stack'
import { checks } from '../checks/index.ts'
import { exitStatus } from '../exit-status.ts'
import type { Options } from '../options.ts'
import { renderReport } from '../render-report.ts'
import { runChecks } from '../run-checks.ts'
import { createTarget } from '../target.ts'
import { makeCertificate } from './certificate.ts'
import { startEdge } from './edge.ts'
import { freePort } from './free-port.ts'

/** The production builds behind an edge like Caddy: every check must pass, and none may be skipped. */
const port = await freePort()
const closedPort = await freePort()
const stack = await startStack({
  web: true,
  seed: false,
  apiEnv: { CORS_ORIGINS: `https://localhost:${port}` },
})
try {
  const tls = makeCertificate(80)
  const portOf = (url: string): number => Number(new URL(url).port)
  const edge = await startEdge({
    port,
    apiPort: portOf(stack.apiUrl),
    webPort: portOf(stack.webUrl),
    clientAddress: '198.51.100.1',
    tls,
  })
  const options: Options = {
    site: new URL(edge.origin),
    hsts: 'full',
    httpPort: edge.httpPort,
    ports: [closedPort],
    ca: tls.cert,
    signupToken: 'sign-up is open here',
  }
  const findings = await runChecks(checks, createTarget(options, AbortSignal.timeout(60_000)))
  process.stdout.write(renderReport(findings))
  process.exitCode = exitStatus(findings, true)
  await edge.stop()
} finally {
  await stack.stop()
}
