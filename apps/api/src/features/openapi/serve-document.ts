import type { TypedResponse } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { responseHeaders } from '../../http/headers.ts'

/** Answers with the document that `createApp` built from its own routes. */
export function serveDocument(c: {
  var: AppEnv['Variables']
}): Response & TypedResponse<{ openapi: string }, 200, 'json'> {
  const headers = responseHeaders(c, { 'content-type': 'application/json; charset=utf-8' })
  return new Response(c.var.deps.openapi(), { headers }) as never
}
