import type { Weakness } from './edge.ts'
import type { EdgeReply, EdgeRequest } from './edge-messages.ts'

type When = (reply: EdgeReply, request: EdgeRequest) => boolean
type Change = (reply: EdgeReply, request: EdgeRequest) => Partial<EdgeReply> | undefined

/** Changes the good answer where the function returns something. */
export const change = (how: Change): Weakness => ({
  reply: async (request, forward) => {
    const good = await forward()
    return { ...good, ...how(good, request) }
  },
})

/** Sends the request on with other headers. */
export const rewrite = (how: (headers: EdgeRequest['headers']) => EdgeRequest['headers']): Weakness => ({
  reply: ({ headers }, forward) => forward({ headers: how(headers) }),
})

export const isApi = ({ path }: EdgeRequest) => path === '/health' || path.startsWith('/api/')
export const isPage = ({ headers }: EdgeReply) => String(headers['content-type']).startsWith('text/html')

export const setHeader = (name: string, value: string | undefined, when: When) =>
  change((reply, request) => {
    if (!when(reply, request)) return undefined
    const { [name]: _, ...rest } = reply.headers
    return { headers: value === undefined ? rest : { ...rest, [name]: value } }
  })

export const withBody = (more: object, when: When): Weakness =>
  change((reply, request) =>
    when(reply, request)
      ? { body: JSON.stringify({ ...JSON.parse(reply.body || '{}'), ...more }) }
      : undefined,
  )

export const answer = (status: number, body: object | string, when: When): Weakness =>
  change((reply, request) =>
    when(reply, request)
      ? { status, body: typeof body === 'string' ? body : JSON.stringify(body) }
      : undefined,
  )

export const policyWith = (from: string, to: string) =>
  change(({ headers }) => {
    const policy = String(headers['content-security-policy'] ?? '').replace(from, to)
    return { headers: { ...headers, 'content-security-policy': policy } }
  })

export const cookie = (from: string | RegExp, to: string): Weakness =>
  change(({ headers }) => {
    if (headers['set-cookie'] === undefined) return undefined
    const lines = [headers['set-cookie']].flat().map((line) => line.replace(from, to))
    return { headers: { ...headers, 'set-cookie': lines } }
  })

export const grant = (origin: (asked: string) => string | undefined): Weakness =>
  change(({ headers }, request) => {
    const granted = origin(request.headers.origin ?? '')
    return granted === undefined
      ? undefined
      : { headers: { ...headers, 'access-control-allow-origin': granted } }
  })

export const bearer = ({ headers }: EdgeRequest): string =>
  headers.authorization?.replace('Bearer ', '') ?? ''
export const status = (wanted: number) => (reply: EdgeReply) => reply.status === wanted
export const on = (path: string | RegExp) => (_: EdgeReply, request: EdgeRequest) =>
  typeof path === 'string' ? request.path === path : path.test(request.path)

export const page = (html: string): Weakness =>
  change((reply) => (isPage(reply) ? { body: reply.body + html } : undefined))
export const script = (code: string): Weakness =>
  change(({ body }, { path }) => (path.endsWith('.js') ? { body: body + code } : undefined))
export const problem = { code: 'CREDENTIALS_INVALID', status: 401 }
