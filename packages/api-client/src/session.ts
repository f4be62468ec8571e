import { ApiProblem } from './api-problem.ts'
import { createAttemptId } from './attempt-id.ts'
import { toProblem } from './unwrap.ts'

type Access = { accessToken: string; expiresIn: number }

export type SessionOptions<A extends Access> = {
  /** Names the lock and the attempt id, which tabs share. */
  name: string
  renewPath: string
  /** What a renewal says besides its attempt id. */
  renewBody?: () => Record<string, string>
  /** Hears of a renewed token before it is used; throwing refuses it. */
  onRenewed?: (access: A) => void
  /** The session is over: logged out, replayed, expired or closed. */
  onEnded?: (problem: ApiProblem) => void
}

export type Session<A extends Access> = {
  /** Takes a token that a sign-in or a join just returned. */
  adopt(access: A): void
  /** A token with time left; renews silently when needed. @throws ApiProblem */
  token(): Promise<string>
  /** Renews now. One at a time over all tabs. @throws ApiProblem */
  renew(): Promise<A>
  /** Forgets the token. */
  clear(): void
  /** `fetch` with the token; a call that meets an expired one is repeated once with a new one. */
  fetch: typeof fetch
}

/** Tokens are renewed this long before they end. */
const marginMs = 30_000

/** Keeps an access token in memory and renews it from the HttpOnly cookie, going by `expiresIn` and a monotonic clock. */
export function createSession<A extends Access>({
  name,
  renewPath,
  renewBody = () => ({}),
  onRenewed,
  onEnded,
}: SessionOptions<A>): Session<A> {
  const attempt = createAttemptId(`restai.attempt.${name}`)
  let token: string | undefined
  let renewAtMs = 0
  let renewing: Promise<A> | undefined
  /** Raised when somebody else, or nobody, is in the session: what was asked before is no longer about it. */
  let generation = 0

  function restart(): void {
    generation += 1
    renewing = undefined
    token = undefined
  }

  function take(access: A): void {
    token = access.accessToken
    const lifetimeMs = access.expiresIn * 1_000
    renewAtMs = performance.now() + Math.max(lifetimeMs - marginMs, lifetimeMs / 2)
  }

  async function requestRenewal(): Promise<A> {
    const response = await fetch(renewPath, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...renewBody(), attemptId: attempt.current() }),
      credentials: 'same-origin',
    }).catch(() => {
      throw new ApiProblem('OFFLINE')
    })
    if (!response.ok) throw await toProblem(response)
    const access = (await response.json().catch(() => {
      throw new ApiProblem('OFFLINE')
    })) as A
    attempt.replace()
    return access
  }

  async function renewOnce(): Promise<A> {
    const asked = generation
    try {
      const access = await exclusively(`restai.renew.${name}`, requestRenewal)
      if (asked !== generation) throw new ApiProblem('OFFLINE')
      onRenewed?.(access)
      take(access)
      return access
    } catch (error) {
      const isCurrent = asked === generation && error instanceof ApiProblem
      const problem = isCurrent ? error : new ApiProblem('OFFLINE')
      if (isOver(problem)) {
        token = undefined
        attempt.replace()
        onEnded?.(problem)
      }
      throw problem
    }
  }

  function renew(): Promise<A> {
    if (renewing) return renewing
    const own = renewOnce().finally(() => {
      if (renewing === own) renewing = undefined
    })
    renewing = own
    return own
  }

  async function currentToken(): Promise<string> {
    if (token !== undefined && performance.now() < renewAtMs) return token
    return (await renew()).accessToken
  }

  return {
    adopt(access) {
      restart()
      take(access)
    },
    renew,
    token: currentToken,
    clear: restart,
    async fetch(input, init) {
      const accessToken = await currentToken()
      const asked = generation
      const response = await fetch(input, withToken(init, accessToken))
      if (response.status !== 401 && response.status !== 403) return response
      const problem = await toProblem(response.clone())
      if (asked !== generation && isOver(problem)) throw new ApiProblem('OFFLINE')
      if (problem.code !== 'TOKEN_EXPIRED' && problem.code !== 'TOKEN_INVALID') {
        if (isOver(problem)) onEnded?.(problem)
        return response
      }
      return fetch(input, withToken(init, (await renew()).accessToken))
    },
  }
}

/** Whether there is nothing left to renew. */
const isOver = ({ code }: ApiProblem): boolean =>
  code.startsWith('TOKEN_') || code === 'LICENSE_NOT_ACTIVATED'

function withToken(init: RequestInit | undefined, token: string): RequestInit {
  const headers = new Headers(init?.headers)
  headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}

/** One at a time over all tabs of the origin, where the browser can (Web Locks API). */
const exclusively = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks ? navigator.locks.request(name, work) : work()
