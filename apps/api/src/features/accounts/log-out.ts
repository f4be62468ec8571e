import { clearRefreshCookie } from '@repo/auth'
import type { Ctx } from '../../http/ctx.ts'
import { endFamily } from '../../security/refresh-family.ts'

/** Ends the sign-in that the cookie belongs to, with its access tokens; answers the cookie that removes it. */
export async function logOut({ deps, author }: Ctx, cookieToken: string | undefined): Promise<string> {
  await endFamily(deps, { kind: 'staff', cookieToken, author })
  return clearRefreshCookie('staff', deps.mode)
}
