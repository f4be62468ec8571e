import type { AccessTokens, SecretBox } from '@repo/auth'
import type { ApiEnv, Mode } from '@repo/config'
import type { Gateway } from '@repo/db'
import type { Logger } from 'pino'
import type { PhotoEncoder } from '../features/media/create-photo-encoder.ts'
import type { MediaStore } from '../features/media/media-store.ts'
import type { MenuCache } from '../features/menu/menu-cache.ts'
import type { EventHub } from '../live/event-hub.ts'
import type { OpenStreams } from '../live/open-streams.ts'
import type { SendAlert } from '../security/alert.ts'
import type { Tally } from '../security/create-tally.ts'
import type { RateLimiter } from '../security/rate-limiter.ts'
import type { OutgoingHttp } from '../security/send-safely.ts'
import type { Senders } from '../senders/senders.ts'
import type { Background } from './background.ts'
import type { InFlight } from './in-flight.ts'
import type { Metrics } from './metrics.ts'
import type { Readiness } from './readiness.ts'

/** What the process passes to every request. */
export type Deps = {
  env: ApiEnv
  mode: Mode
  gateway: Gateway
  tokens: AccessTokens
  limiter: RateLimiter
  hub: EventHub
  menuCache: MenuCache
  senders: Senders
  background: Background
  log: Logger
  alert: SendAlert
  /** What happens too often to be recorded one by one. */
  tally: Tally
  now: () => Date
  /** The OpenAPI document as JSON. */
  openapi: () => string
  inFlight: InFlight
  readiness: Readiness
  /** Metrics are kept only where they can be read. */
  metrics: Metrics | undefined
  /** All of them are ended when the process drains. */
  openStreams: OpenStreams
  media: MediaStore
  photos: PhotoEncoder
  /** The only way to call URLs that users give us. */
  outgoingHttp: OutgoingHttp
  /** Seals the secrets that sign webhooks. */
  webhookSecrets: SecretBox
  /** Seals the secrets of authenticator apps. */
  totpSecrets: SecretBox
}
