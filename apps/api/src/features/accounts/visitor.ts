import { type KnownBrowser, readKnownBrowser, readRefreshCookie } from '@repo/auth'
import type { AppEnv } from '../../http/app-env.ts'

/** What a browser sends along when somebody signs in with it. */
export type Visitor = {
  /** Browser and system as it names itself. */
  userAgent: string | null
  browser: KnownBrowser | undefined
}

type CookieRequest = { req: { raw: Request }; var: AppEnv['Variables'] }

export const visitorOf = (c: CookieRequest): Visitor => ({
  userAgent: c.req.raw.headers.get('user-agent'),
  browser: readKnownBrowser(c.req.raw.headers.get('cookie'), c.var.deps.mode),
})

export const refreshCookieOf = (c: CookieRequest): string | undefined =>
  readRefreshCookie(c.req.raw.headers.get('cookie'), 'staff', c.var.deps.mode)
