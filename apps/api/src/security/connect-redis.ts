import { once } from 'node:events'
import { Redis } from 'ioredis'
import type { Logger } from 'pino'

/** Longer than a busy process takes to read an answer, shorter than a guest's patience. */
const answerMs = 2_000

/**
 * Opens Redis or Valkey and resolves when it is ready or has failed once; it is tried again in the background.
 * `rediss:` verifies the certificate.
 */
export async function connectRedis(url: string, log: Logger): Promise<Redis> {
  const { protocol, hostname, port, username, password, pathname } = new URL(url)
  const host = hostname.replace(/^\[|\]$/g, '')
  const redis = new Redis({
    host,
    port: Number(port || 6379),
    db: Number(pathname.slice(1) || 0),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: { rejectUnauthorized: true } }),
    connectionName: 'restai-api',
    connectTimeout: 2_000,
    commandTimeout: answerMs,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  })
  redis.on('error', (error) => log.debug({ err: error }, 'redis connection failed'))
  await once(redis, 'ready').catch(() => {})
  return redis
}
