import { createAccessTokens } from '@repo/auth'
import type { ApiEnv, Mode } from '@repo/config'
import { createGateway, type Database } from '@repo/db'
import type { Logger } from 'pino'
import { createMenuCache } from './features/menu/menu-cache.ts'
import { createBackground } from './http/background.ts'
import type { Deps } from './http/deps.ts'
import { createEventHub } from './live/event-hub.ts'
import { createOpenStreams } from './live/open-streams.ts'
import { createMemoryRateLimiter } from './security/rate-limiter.ts'
import { createSenders } from './senders/create-senders.ts'
import type { Senders } from './senders/senders.ts'

type Options = {
  env: ApiEnv
  mode: Mode
  database: Database
  log: Logger
  now?: () => Date
  senders?: Senders
}

/** Wires one process: gateway, tokens, limiter, live events and caches. */
export function createDeps({
  env,
  mode,
  database,
  log,
  now = () => new Date(),
  senders = createSenders(env, mode),
}: Options): Deps {
  const gateway = createGateway(database)
  const hub = createEventHub(gateway, log)
  gateway.onAppended((heads) => hub.wake(heads))
  return {
    env,
    mode,
    gateway,
    tokens: createAccessTokens({
      current: env.JWT_SECRET,
      previous: env.JWT_SECRET_PREVIOUS,
      lifetimeSeconds: env.ACCESS_TOKEN_TTL_SECONDS,
    }),
    limiter: createMemoryRateLimiter(),
    hub,
    menuCache: createMenuCache(gateway),
    senders,
    background: createBackground(log),
    log,
    now,
    openapi: () => '{}',
    openStreams: createOpenStreams(),
  }
}
