import type { Mode } from '@repo/config'

export type CookieKind = 'staff' | 'guest' | 'device'

const paths: Record<CookieKind, string> = {
  staff: '/api/auth',
  guest: '/api/customer/auth',
  device: '/api/devices',
}

/** 32 bytes as base64url. */
const tokenShape = /^[\w-]{43}$/

/** Plain-http development cannot set Secure cookies, so it has names of its own. */
const nameOf = (kind: CookieKind, mode: Mode): string =>
  mode === 'development' ? `rt-${kind}-dev` : `__Secure-rt-${kind}`

/** `Set-Cookie` of a refresh token: out of reach of scripts, other sites and other paths. */
export function serializeRefreshCookie(
  kind: CookieKind,
  token: string,
  maxAgeSeconds: number,
  mode: Mode,
): string {
  const secure = mode === 'development' ? '' : '; Secure'
  return `${nameOf(kind, mode)}=${token}; Max-Age=${maxAgeSeconds}; Path=${paths[kind]}; HttpOnly${secure}; SameSite=Strict`
}

/** `Set-Cookie` that removes it. */
export const clearRefreshCookie = (kind: CookieKind, mode: Mode): string =>
  serializeRefreshCookie(kind, '', 0, mode)

/**
 * The refresh token of a `Cookie` header. Undefined when it is absent, malformed or there twice: a neighbouring
 * host planted one of them, and it is impossible to tell which.
 */
export function readRefreshCookie(header: string | null, kind: CookieKind, mode: Mode): string | undefined {
  const prefix = `${nameOf(kind, mode)}=`
  const pairs = (header ?? '').split(';').map((part) => part.trim())
  const [value, ...others] = pairs
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length))
  return value !== undefined && others.length === 0 && tokenShape.test(value) ? value : undefined
}
