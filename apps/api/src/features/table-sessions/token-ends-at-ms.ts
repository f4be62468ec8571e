import type { Audience } from '@repo/auth'
import type { RequestContext } from '../../http/ctx.ts'

/** When the request's access token ends, in milliseconds since 1970. The guard has verified it, so this is a look-up. */
export async function tokenEndsAtMs(
  c: RequestContext & { req: { raw: Request } },
  audience: Audience | readonly Audience[],
): Promise<number> {
  const token = c.req.raw.headers.get('authorization')?.slice('Bearer '.length) ?? ''
  return (await c.var.deps.tokens.verify(token, audience)).expiresAtMs
}
