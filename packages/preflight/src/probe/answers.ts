import { randomBytes, randomUUID } from 'node:crypto'
import type { Reply } from '../exchange.ts'
import { perTarget, type Target } from '../target.ts'

export type Answer = {
  what: string
  status: number
  reply: Reply /** Sent along, and must not come back. */
  canary: string
}

/** A route that anyone may post JSON to, and that changes nothing without its cookie. */
export const renewGuest = '/api/customer/auth/refresh'

/** Routes that a cookie opens, with a body that they would take. */
export const cookieRoutes = [
  { path: '/api/auth/refresh', json: () => ({ attemptId: randomUUID() }) },
  { path: '/api/auth/logout', json: () => undefined },
  { path: '/api/auth/login', json: () => ({ email: 'nobody@preflight.invalid', password: 'wrong' }) },
  { path: renewGuest, json: () => ({ attemptId: randomUUID() }) },
] as const

/** One answer of the API with each status that can be had without an account. */
export const collectAnswers = perTarget(async (target: Target): Promise<Answer[]> => {
  const canary = `canary${randomBytes(8).toString('hex')}`
  const post = (json: unknown, headers = {}) => ({ method: 'POST', json, headers })
  const attempt = { attemptId: randomUUID() }
  const asks = [
    { status: 200, path: '/health', ask: {} },
    { status: 400, path: renewGuest, ask: post({ attemptId: canary }) },
    { status: 400, path: renewGuest, ask: { ...post(undefined, json), body: `{"attemptId": ${canary}` } },
    { status: 401, path: '/api/auth/me', ask: { token: canary } },
    { status: 403, path: renewGuest, ask: post(attempt, { origin: `https://${canary}.invalid` }) },
    { status: 404, path: `/api/${canary}?q=${canary}`, ask: { headers: { 'x-canary': canary } } },
    { status: 405, path: `/api/auth/me?q=${canary}`, ask: { method: 'DELETE' } },
    { status: 413, path: renewGuest, ask: post(canary.repeat(60_000)) },
    { status: 415, path: renewGuest, ask: { ...post(undefined, plain), body: canary } },
  ]
  return Promise.all(
    asks.map(async ({ status, path, ask }) => ({
      what: `${('method' in ask && ask.method) || 'GET'} ${path.split('?')[0]?.replace(canary, '…')} (${status})`,
      status,
      canary,
      reply: await target.send(path, ask),
    })),
  )
})

const json = { 'content-type': 'application/json' }
const plain = { 'content-type': 'text/plain' }
