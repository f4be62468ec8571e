import { chmodSync, writeFileSync } from 'node:fs'
import { generateSecrets } from './generate-secrets.ts'
import { originProblem } from './origin-problem.ts'
import { renderEnv } from './render-env.ts'

/** `site` is the public origin; without it `docker compose up` stops and names what is missing. */
export type ProductionEnvInput = { readonly path: string; readonly site: string; readonly force: boolean }

/** Writes a production `.env` with fresh secrets, readable by its owner alone, and returns its values. */
export function writeProductionEnv({ path, site, force }: ProductionEnvInput) {
  const problem = site && originProblem(site, 'production')
  if (problem) throw new Error(`--site ${problem}`)
  const values = {
    SITE_ADDRESS: site,
    CORS_ORIGINS: site,
    SIGNUP: 'token',
    ...generateSecrets(),
  }
  writeFileSync(path, renderEnv(values), { mode: 0o600, flag: force ? 'w' : 'wx' })
  chmodSync(path, 0o600)
  return values
}
