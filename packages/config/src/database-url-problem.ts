import { isLocalHost } from './is-local-host.ts'
import { secret } from './limits.ts'
import type { Mode } from './mode.ts'
import { secretProblem } from './secret-problem.ts'

/** What is wrong with a PostgreSQL URL; undefined when it names a role, a host and a database. */
export function databaseUrlProblem(value: string, mode: Mode): string | undefined {
  if (!URL.canParse(value)) return 'is not a URL such as postgres://role:password@host:5432/database'
  const url = new URL(value)
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') return 'must begin with postgres://'
  if (url.hostname === '') return 'names no host'
  if (url.username === '') return 'names no role'
  if (url.pathname.length < 2) return 'names no database'
  if (mode === 'development') return undefined
  if (url.password === '') return 'has no password'
  const sslMode = url.searchParams.get('sslmode') ?? url.searchParams.get('ssl') ?? 'verify-full'
  if (!isLocalHost(url.hostname) && sslMode !== 'verify-full') return 'must have sslmode=verify-full or none'
  const problem = secretProblem(url.password, secret.database)
  return problem && `has a password that ${problem}`
}
