import { createServer, type Server } from 'node:http'
import type { Deps } from './deps.ts'
import { baseHeaders } from './headers.ts'
import { prepareStop } from './prepare-stop.ts'

type Answer = { status: number; type: string; body: string }

/** For balancers and Prometheus, on a port that is never published: `/ready` and `/metrics`. */
export function startAdminServer(
  deps: Deps,
  { port, hostname }: { port: number; hostname: string },
): { server: Server; stop: () => Promise<void> } {
  const server = createServer(async (request, response) => {
    const { status, type, body } =
      request.method === 'GET'
        ? await answer(deps, request.url).catch((error: unknown) => fault(deps, error))
        : problem(405, 'METHOD_NOT_ALLOWED')
    response.writeHead(status, {
      ...baseHeaders,
      ...(status === 405 && { allow: 'GET' }),
      'content-type': type,
    })
    response.end(body)
  })
  server.listen(port, hostname)
  return { server, stop: prepareStop(server) }
}

async function answer(deps: Deps, path: string | undefined): Promise<Answer> {
  if (path === '/metrics' && deps.metrics) {
    const { metrics } = deps
    return { status: 200, type: metrics.contentType, body: await metrics.render(deps) }
  }
  if (path !== '/ready') return problem(404, 'NOT_FOUND')
  const { readiness } = deps
  const database = (await readiness.databaseAnswers()) ? 'ok' : 'unavailable'
  const isReady = database === 'ok' && !readiness.draining
  const status = isReady ? 'ok' : 'unavailable'
  return json(isReady ? 200 : 503, { status, database, draining: readiness.draining })
}

function fault({ log }: Deps, error: unknown): Answer {
  log.error({ err: error }, 'admin request failed')
  return problem(500, 'INTERNAL')
}

const json = (status: number, value: object, type = 'application/json'): Answer => ({
  status,
  type,
  body: JSON.stringify(value),
})

const problem = (status: number, code: string): Answer =>
  json(status, { status, code }, 'application/problem+json')
