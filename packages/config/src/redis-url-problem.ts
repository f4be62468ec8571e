import { isLocalHost } from './is-local-host.ts'
import type { Mode } from './mode.ts'

/** What is wrong with the URL of a Redis or Valkey; undefined when it names a host that can be reached safely. */
export function redisUrlProblem(value: string, mode: Mode): string | undefined {
  if (!URL.canParse(value)) return 'is not a URL such as rediss://:password@host:6379'
  const { protocol, hostname, search, pathname, password } = new URL(value)
  if (protocol !== 'redis:' && protocol !== 'rediss:') return 'must begin with rediss:// or redis://'
  if (hostname === '') return 'names no host'
  // A client would take options from the query, one of which disables the verification of certificates.
  if (search !== '') return 'must not carry options'
  if (!/^\/?\d{0,2}$/.test(pathname)) return 'names no database by number'
  if (mode === 'development' || isLocalHost(hostname)) return undefined
  if (protocol === 'redis:') return 'must begin with rediss://, because it is on another machine'
  return password === '' ? 'has no password' : undefined
}
