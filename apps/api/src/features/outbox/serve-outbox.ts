import { ApiError } from '../../http/api-error.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { responseHeaders } from '../../http/headers.ts'
import { renderOutbox } from './render-outbox.ts'

/** The outbox as a page without scripts; exists under the development command alone. */
export function serveOutbox(c: { var: AppEnv['Variables'] }): Response {
  const { mode, senders } = c.var.deps
  if (mode !== 'development' || !senders.outbox) throw new ApiError('NOT_FOUND')
  const headers = responseHeaders(c, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  })
  return new Response(renderOutbox(senders.outbox.messages()), { headers })
}
