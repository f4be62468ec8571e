import { createHash } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { LimitStore } from './limit-store.ts'

/**
 * The same sliding log as in memory, newest first, with the time of Redis, so that clocks of several processes need not
 * agree. One script is atomic: nothing happens between counting and deciding.
 */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local max, window = tonumber(ARGV[1]), tonumber(ARGV[2])
local oldest = redis.call('LINDEX', KEYS[1], -1)
while oldest and oldest + window <= now do
  redis.call('RPOP', KEYS[1])
  oldest = redis.call('LINDEX', KEYS[1], -1)
end
local used = redis.call('LLEN', KEYS[1])
if used >= max then return { 0, 0, oldest + window - now } end
redis.call('LPUSH', KEYS[1], now)
redis.call('PEXPIRE', KEYS[1], window)
return { 1, max - used - 1, (oldest or now) + window - now }
`

type WithScript = Redis & {
  takeLimit(key: string, max: number, windowMs: number): Promise<[number, number, number]>
}

/** Counts in Redis or Valkey, for any number of processes. Keys are hashed, so no e-mail address is stored there. */
export function createRedisLimitStore(redis: Redis): LimitStore {
  redis.defineCommand('takeLimit', { numberOfKeys: 1, lua: takeScript })
  const client = redis as WithScript
  return {
    async take(key, { max, windowSeconds }) {
      const [allowed, remaining, waitMs] = await client.takeLimit(redisKey(key), max, windowSeconds * 1_000)
      return { allowed: allowed === 1, max, remaining, waitMs }
    },
    async forget(key) {
      await client.del(redisKey(key))
    },
  }
}

const redisKey = (key: string): string =>
  `restai:limit:${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`
