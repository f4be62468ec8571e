import { clearRefreshCookie } from '@repo/auth'
import type { GuestCtx } from '../../http/ctx.ts'
import { endFamily } from '../../security/refresh-family.ts'
import { leaveTable } from './leave-table.ts'

/** Leaves the table and forgets this browser; returns the cookie that clears its refresh token. */
export async function logOutGuest(ctx: GuestCtx, cookieToken: string | undefined): Promise<string> {
  await leaveTable(ctx)
  await endFamily(ctx.deps, { kind: 'customer', cookieToken, author: ctx.author })
  return clearRefreshCookie('guest', ctx.deps.mode)
}
