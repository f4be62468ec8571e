import { readFileSync } from 'node:fs'
import type { EnvFault } from './env-error.ts'

export type EnvSource = Readonly<Record<string, string | undefined>>

/** The values of those `names` whose `NAME_FILE` is set, trimmed, and what went wrong while reading. */
export function readSecretFiles(source: EnvSource, names: readonly string[]) {
  const values: Record<string, string> = {}
  const faults: EnvFault[] = []
  for (const variable of names) {
    const path = source[`${variable}_FILE`]?.trim()
    if (!path) continue
    if (source[variable]?.trim()) {
      faults.push({ variable, problem: `is set twice: as itself and as ${variable}_FILE` })
      continue
    }
    try {
      values[variable] = readFileSync(path, 'utf8').trim()
    } catch {
      faults.push({ variable, problem: `cannot be read from the file that ${variable}_FILE names` })
    }
  }
  return { values, faults }
}
