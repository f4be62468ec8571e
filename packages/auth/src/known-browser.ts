import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Mode } from '@repo/config'
import { knownBrowser as limit } from '@repo/config/limits'
import { randomToken } from './random.ts'
import { readSingleCookie } from './read-single-cookie.ts'

/** A browser that people have signed in with: its random id and one seal per person. It signs no one in. */
export type KnownBrowser = { id: string; seals: readonly string[] }

const shape = /^[\w-]{22}(\.[\w-]{43}){1,5}$/

const nameOf = (mode: Mode): string => (mode === 'development' ? 'rt-browser-dev' : '__Secure-rt-browser')

/** The browser of a `Cookie` header; undefined when it is absent, malformed or there twice. */
export function readKnownBrowser(header: string | null, mode: Mode): KnownBrowser | undefined {
  const value = readSingleCookie(header, nameOf(mode))
  if (value === undefined || !shape.test(value)) return undefined
  const [id = '', ...seals] = value.split('.')
  return { id, seals }
}

/** Whether this person has signed in with this browser before. */
export const knowsPerson = (browser: KnownBrowser, userId: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => browser.seals.some((one) => isSame(one, seal(browser.id, userId, secret))))

/** `Set-Cookie` after a sign-in: the browser, new or not, knows this person from now on; the oldest gives way. */
export function serializeKnownBrowser(
  browser: KnownBrowser | undefined,
  userId: string,
  secret: string,
  mode: Mode,
): string {
  const id = browser?.id ?? randomToken(16)
  const own = seal(id, userId, secret)
  const seals = [own, ...(browser?.seals ?? []).filter((one) => one !== own)].slice(0, limit.maxPeople)
  const secure = mode === 'development' ? '' : '; Secure'
  return `${nameOf(mode)}=${[id, ...seals].join('.')}; Max-Age=${limit.maxAgeSeconds}; Path=/api/auth; HttpOnly${secure}; SameSite=Strict`
}

const seal = (id: string, userId: string, secret: string): string =>
  createHmac('sha256', secret).update(`browser:${id}:${userId}`).digest('base64url')

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
