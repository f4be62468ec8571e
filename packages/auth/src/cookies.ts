import type { Mode } from '@repo/config'

export type CookieKind = 'staff' | 'guest' | 'device'

const paths: Record<CookieKind, string> = {
  staff: '/api/auth',
  guest: '/api/customer/auth',
  device: '/api/devices',
}

/** Plain-http development cannot set Secure cookies, so it has names of its own (D3). */
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

export const clearRefreshCookie = (kind: CookieKind, mode: Mode): string =>
  serializeRefreshCookie(kind, '', 0, mode)

/** The refresh token of a `Cookie` header. */
export function readRefreshCookie(header: string | null, kind: CookieKind, mode: Mode): string | undefined {
  const prefix = `${nameOf(kind, mode)}=`
  const pair = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(prefix))
  const value = pair?.slice(prefix.length)
  return value && /^[\w-]{40,90}$/.test(value) ? value : undefined
}
