import { createAccessTokens, createSecretBox } from '@repo/auth'
import type { ApiEnv, Mode } from '@repo/config'
import { createGateway, type Database } from '@repo/db'
import type { Logger } from 'pino'
import { createMediaStore } from './features/media/create-media-store.ts'
import { createPhotoEncoder } from './features/media/create-photo-encoder.ts'
import { createMenuCache } from './features/menu/menu-cache.ts'
import type { Deps } from './http/deps.ts'
import { createEventHub } from './live/event-hub.ts'
import { createOpenStreams } from './live/open-streams.ts'
import { createMemoryRateLimiter } from './security/rate-limiter.ts'
import { sendSafely, targetPolicy } from './security/send-safely.ts'

type Options = { env: ApiEnv; mode: Mode; database: Database; log: Logger; now?: () => Date }

/** Wires one process: gateway, tokens, limiter, live events and caches. */
export function createDeps({ env, mode, database, log, now = () => new Date() }: Options): Deps {
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
    log,
    now,
    openapi: () => '{}',
    openStreams: createOpenStreams(),
    media: createMediaStore(env),
    photos: createPhotoEncoder(),
    sender: sendSafely(targetPolicy(mode)),
    webhookSecrets: createSecretBox({
      secrets: [env.JWT_REFRESH_SECRET, ...env.JWT_REFRESH_SECRET_PREVIOUS],
      purpose: 'webhook-secrets',
    }),
  }
}
