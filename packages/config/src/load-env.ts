import type { z } from 'zod'
import { apiEnv } from './api-env.ts'
import { auditVerifyEnv } from './audit-verify-env.ts'
import { composeEnv } from './compose-env.ts'
import { EnvError, type EnvFault } from './env-error.ts'
import { about } from './env-fields.ts'
import { migrateEnv } from './migrate-env.ts'
import type { Mode } from './mode.ts'
import { type EnvSource, readSecretFiles } from './read-secret-files.ts'
import { webEnv } from './web-env.ts'

export type ApiEnv = z.output<ReturnType<typeof apiEnv>>
export type WebEnv = z.output<ReturnType<typeof webEnv>>
export type MigrateEnv = z.output<ReturnType<typeof migrateEnv>>
export type AuditVerifyEnv = z.output<ReturnType<typeof auditVerifyEnv>>
export type ComposeEnv = z.output<ReturnType<typeof composeEnv>>

type EnvOf = {
  api: ApiEnv
  web: WebEnv
  migrate: MigrateEnv
  compose: ComposeEnv
  'audit-verify': AuditVerifyEnv
}
export type ProcessName = keyof EnvOf

type EnvSchema<Output> = z.ZodType<Output> & { unwrap(): { shape: Record<string, z.ZodType> } }

const schemas: { [Name in ProcessName]: (mode: Mode) => EnvSchema<EnvOf[Name]> } = {
  api: apiEnv,
  web: webEnv,
  migrate: migrateEnv,
  compose: composeEnv,
  'audit-verify': auditVerifyEnv,
}

/**
 * The frozen environment of one process. Empty and blank values count as missing, `NAME_FILE` stands in
 * for any secret, and variables that the process does not know are ignored. Throws `EnvError`.
 */
export function loadEnv<Name extends ProcessName>(name: Name, source: EnvSource, mode: Mode): EnvOf[Name] {
  const schema = schemas[name](mode)
  const { shape } = schema.unwrap()
  const names = Object.keys(shape)
  const files = readSecretFiles(
    source,
    names.filter((key) => shape[key] && about.get(shape[key])?.secret),
  )
  const values = Object.fromEntries(
    names.map((key) => [key, files.values[key] || source[key]?.trim() || undefined]),
  )
  const parsed = schema.safeParse(values)
  const faults = mergeFaults(files.faults, parsed.error?.issues ?? [])
  if (!parsed.success || faults.length > 0) throw new EnvError(name, faults)
  return parsed.data
}

/** `loadEnv` for an entry point: prints all faults and ends the process with status 1. */
export function loadEnvOrExit<Name extends ProcessName>(
  name: Name,
  source: EnvSource,
  mode: Mode,
): EnvOf[Name] {
  try {
    return loadEnv(name, source, mode)
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

/** A secret whose file cannot be read is not also reported as missing. */
function mergeFaults(fileFaults: readonly EnvFault[], issues: readonly z.core.$ZodIssue[]): EnvFault[] {
  const unread = new Set(fileFaults.map((fault) => fault.variable))
  const found = issues.map((issue) => ({ variable: String(issue.path[0]), problem: issue.message }))
  return [...fileFaults, ...found.filter((fault) => !unread.has(fault.variable))]
}
