import type { Actor } from '@repo/auth'
import type { LimitState } from '../security/rate-limiter.ts'
import type { Deps } from './deps.ts'
import type { EndpointDeclaration } from './endpoint-declaration.ts'

/** What a request carries through Hono's context. */
export type AppEnv = {
  Variables: {
    deps: Deps
    requestId: string
    clientAddress: string
    startedAtMs: number
    actor: Actor
    endpoint: EndpointDeclaration
    /** The file of a route that declares `upload`. */
    upload: Uint8Array
    /** Headers that the perimeter decided on and every response starts with. */
    corsHeaders: Record<string, string> | undefined
    /** Where the caller stands with the limit that this request was counted against. */
    limit: LimitState | undefined
  }
}
