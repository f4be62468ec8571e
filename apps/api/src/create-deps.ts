import { createAccessTokens, createSecretBox } from '@repo/auth'
import type { ApiEnv, Mode } from '@repo/config'
import { createGateway, type Database } from '@repo/db'
import type { Redis } from 'ioredis'
import type { Logger } from 'pino'
import { createMediaStore } from './features/media/create-media-store.ts'
import { createPhotoEncoder } from './features/media/create-photo-encoder.ts'
import { createMenuCache } from './features/menu/menu-cache.ts'
import { createBackground } from './http/background.ts'
import type { Deps } from './http/deps.ts'
import { createInFlight } from './http/in-flight.ts'
import type { Metrics } from './http/metrics.ts'
import { createReadiness } from './http/readiness.ts'
import { createEventHub } from './live/event-hub.ts'
import { createOpenStreams } from './live/open-streams.ts'
import { watchSignIns } from './live/watch-sign-ins.ts'
import { createTally } from './security/create-tally.ts'
import { createFallbackLimitStore } from './security/fallback-limit-store.ts'
import { createMemoryLimitStore } from './security/memory-limit-store.ts'
import { createRateLimiter } from './security/rate-limiter.ts'
import { recordTallied } from './security/record-tallied.ts'
import { createRedisLimitStore } from './security/redis-limit-store.ts'
import { refreshSecrets } from './security/refresh-secrets.ts'
import { sendAlert } from './security/send-alert.ts'
import { sendSafely, targetPolicy } from './security/send-safely.ts'
import { createSenders } from './senders/create-senders.ts'
import type { Senders } from './senders/senders.ts'

type Options = {
  env: ApiEnv
  mode: Mode
  database: Database
  log: Logger
  now?: () => Date
  senders?: Senders
  /** A separate connection to ask whether PostgreSQL answers. */
  probe?: Database
  /** Where several processes count limits together. */
  redis?: Redis | undefined
  metrics?: Metrics | undefined
}

/** Wires one process: gateway, tokens, limiter, live events and caches. */
export function createDeps(options: Options): Deps {
  const { env, mode, database, log, now = () => new Date(), probe = database, redis, metrics } = options
  const { senders = createSenders(env, mode) } = options
  const gateway = createGateway(database)
  const hub = createEventHub(gateway, log)
  gateway.onAppended((heads) => hub.wake(heads))
  const ownLimits = createMemoryLimitStore(() => deps.now().getTime())
  const limits = redis ? createFallbackLimitStore(createRedisLimitStore(redis), ownLimits, log) : ownLimits
  const secrets = refreshSecrets(env)
  const deps: Deps = {
    env,
    mode,
    gateway,
    tokens: createAccessTokens({
      current: env.JWT_SECRET,
      previous: env.JWT_SECRET_PREVIOUS,
      lifetimeSeconds: env.ACCESS_TOKEN_TTL_SECONDS,
    }),
    limiter: createRateLimiter(limits, (name) => deps.metrics?.countRefusal(name)),
    hub,
    menuCache: createMenuCache(gateway),
    senders,
    background: createBackground(log),
    log,
    alert: (alert) => sendAlert(deps, alert),
    tally: createTally((tallied) => recordTallied(deps, tallied)),
    now,
    openapi: () => '{}',
    inFlight: createInFlight(),
    readiness: createReadiness(probe),
    metrics,
    openStreams: createOpenStreams(),
    media: createMediaStore(env),
    photos: createPhotoEncoder(),
    outgoingHttp: sendSafely(targetPolicy(mode)),
    webhookSecrets: createSecretBox({ secrets, purpose: 'webhook-secrets' }),
    totpSecrets: createSecretBox({ secrets, purpose: 'second-factor' }),
  }
  watchSignIns(deps)
  return deps
}
