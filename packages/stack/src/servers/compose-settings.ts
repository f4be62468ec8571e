import { appendFile, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { parseEnv } from 'node:util'
import { composeEnv, composePassThrough } from '@repo/config'
import { repoRoot } from '../paths.ts'
import { run } from '../processes/run.ts'
import { freePort } from './free-port.ts'

export type ComposeSettings = {
  file: string
  /** The value for `COMPOSE_FILE`. */
  files: string
  baseUrl: string
  httpPort: number
  signupToken: string
  healthSecret: string
}

/** So that a test need not wait a minute until Docker has seen four checks fail. */
const override = 'services: { api: { healthcheck: { interval: 2s } } }\n'

/** What `pnpm secrets:init` writes for a site on this machine, with ports and a network that a real stack leaves free. */
export async function composeSettings(folder: string, signal: AbortSignal): Promise<ComposeSettings> {
  const file = join(folder, '.env')
  const httpPort = await freePort()
  const httpsPort = await freePort()
  const baseUrl = `https://localhost:${httpsPort}`
  const secretsInit = join(repoRoot, 'packages/config/src/secrets-init.ts')
  const args = [secretsInit, `--site=${baseUrl}`, `--out=${file}`]
  await run(process.execPath, args, { cwd: repoRoot, capture: true, signal })
  await appendFile(file, `HTTP_PORT=${httpPort}\nHTTPS_PORT=${httpsPort}\nEDGE_SUBNET=10.213.74.0/24\n`)
  const files = [join(repoRoot, 'docker-compose.yml'), join(folder, 'override.yml')]
  await writeFile(join(folder, 'override.yml'), override)
  const { SIGNUP_TOKEN = '', HEALTH_SECRET = '' } = parseEnv(await readFile(file, 'utf8'))
  return {
    file,
    files: files.join(delimiter),
    baseUrl,
    httpPort,
    signupToken: SIGNUP_TOKEN,
    healthSecret: HEALTH_SECRET,
  }
}

/** Variables of this shell would take precedence over the file. */
export function forgetComposeVariables(env: NodeJS.ProcessEnv): void {
  for (const name of [...Object.keys(composeEnv().unwrap().shape), ...composePassThrough]) delete env[name]
}
