import type { Problem } from '@repo/schemas/contract'
import type { ClientResponse } from 'hono/client'
import { ApiProblem } from './api-problem.ts'

type JsonOf<R> = R extends ClientResponse<infer T, number, 'json'> ? T : never

/** The body of a successful call. @throws ApiProblem with the API's code, or `OFFLINE` when there was no answer */
export async function unwrap<R extends ClientResponse<unknown>>(call: Promise<R>): Promise<JsonOf<R>> {
  const response = await call.catch((error: unknown) => {
    throw error instanceof ApiProblem ? error : new ApiProblem('OFFLINE')
  })
  if (response.ok) return (await readJson(response)) as JsonOf<R>
  throw await toProblem(response)
}

/** Reads a refusal; what is not a problem document (a proxy's page, a cut reply) counts as no definite answer. */
export async function toProblem(response: Pick<Response, 'json'>): Promise<ApiProblem> {
  const body = (await response.json().catch(() => undefined)) as Partial<Problem> | undefined
  return body?.code === undefined ? new ApiProblem('OFFLINE') : new ApiProblem(body.code, body as Problem)
}

const readJson = (response: Pick<Response, 'json'>): Promise<unknown> =>
  response.json().catch(() => {
    throw new ApiProblem('OFFLINE')
  })
