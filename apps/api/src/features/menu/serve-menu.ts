import type { Locale, Menu } from '@repo/schemas/contract'
import type { TypedResponse } from 'hono'
import { ApiError } from '../../http/api-error.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { responseHeaders } from '../../http/headers.ts'

type MenuRequest = { var: AppEnv['Variables']; req: { raw: Request } }

/** Answers with cached bytes that the `Menu` schema has checked; 304 when the caller has them already. */
export async function serveMenu(
  c: MenuRequest,
  slug: string,
  locale: Locale | undefined,
): Promise<Response & TypedResponse<Menu, 200, 'json'>> {
  const menu = await c.var.deps.menuCache.get(slug, locale)
  if (!menu) throw new ApiError('NOT_FOUND')
  const headers = { etag: menu.etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (c.req.raw.headers.get('if-none-match') === menu.etag) {
    return new Response(null, { status: 304, headers: responseHeaders(c, headers) }) as never
  }
  return new Response(menu.body, {
    headers: responseHeaders(c, { 'content-type': 'application/json; charset=utf-8', ...headers }),
  }) as never
}
