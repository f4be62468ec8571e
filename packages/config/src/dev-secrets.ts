import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseEnv } from 'node:util'
import { generateSecrets, type InstallationSecrets } from './generate-secrets.ts'
import { renderEnv } from './render-env.ts'

/**
 * The secrets of this checkout's development, made once into the file at `path`, which only its owner may
 * read and git must ignore. Names that an older file lacks are added.
 */
export function ensureDevSecrets(path: string): InstallationSecrets {
  const stored = readIfPresent(path)
  const secrets = { ...generateSecrets(), ...stored }
  if (Object.keys(secrets).length > Object.keys(stored).length) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, renderEnv(secrets), { mode: 0o600 })
  }
  return secrets
}

function readIfPresent(path: string): Partial<InstallationSecrets> {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
