import { ApiError } from '../../http/api-error.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { responseHeaders } from '../../http/headers.ts'
import { renderDocs } from './render-docs.ts'

/** The document as a page without scripts; exists under the development command alone. */
export function serveDocs(c: { var: AppEnv['Variables'] }): Response {
  const { deps } = c.var
  if (deps.mode !== 'development') throw new ApiError('NOT_FOUND')
  const headers = responseHeaders(c, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
  })
  return new Response(renderDocs(JSON.parse(deps.openapi())), { headers })
}
