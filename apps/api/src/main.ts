import { loadEnvOrExit, type Mode } from '@repo/config'
import { timeout } from '@repo/config/limits'
import { assertApplicationRole, connect } from '@repo/db'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { startJobs } from './background/start-jobs.ts'
import { createDeps } from './create-deps.ts'
import { startDeliverer } from './features/webhooks/start-deliverer.ts'
import { startAdminServer } from './http/start-admin-server.ts'
import { startServer } from './http/start-server.ts'
import { createLog } from './log/create-log.ts'
import { secretValues } from './log/secret-values.ts'

const mode: Mode = process.argv.includes('--development') ? 'development' : 'production'
const env = loadEnvOrExit('api', process.env, mode)
const log = createLog({
  level: env.LOG_LEVEL,
  secrets: secretValues(env),
  destination: pino.destination({ sync: false, minLength: 4096 }),
})
const flushing = setInterval(() => log.flush(), 250)
flushing.unref()

const database = connect({ url: env.DATABASE_URL, poolMax: env.DATABASE_POOL_MAX })
await assertApplicationRole(database).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})

const redis = env.REDIS_URL
  ? await (await import('./security/connect-redis.ts')).connectRedis(env.REDIS_URL, log)
  : undefined
const metrics = env.ADMIN_PORT ? (await import('./http/metrics.ts')).createMetrics() : undefined
const probe = connect({ url: env.DATABASE_URL, poolMax: 1, applicationName: 'restai-probe' })
const deps = createDeps({ env, mode, database, log, probe, redis, metrics })
const { server, stop } = startServer(createApp(deps).fetch, { port: env.API_PORT, hostname: env.API_HOST })
server.once('listening', () => log.info({ port: env.API_PORT }, 'listening'))
const admin = env.ADMIN_PORT
  ? startAdminServer(deps, { port: env.ADMIN_PORT, hostname: env.ADMIN_HOST })
  : undefined
const stopJobs = startJobs({ env, database, log })
const deliverer = startDeliverer(deps)

/** Stops taking requests, ends the streams, lets requests in flight finish, and exits. */
async function drain(): Promise<void> {
  setTimeout(() => process.exit(1), timeout.drainMs).unref()
  deps.readiness.draining = true
  const stopped = stop()
  for (const end of deps.openStreams) end()
  deps.hub.close()
  await Promise.all([stopped, deliverer.stop()])
  await admin?.stop()
  await deps.tally.flush()
  await stopJobs()
  await deps.background.settled()
  await Promise.all([database.end(), probe.end()])
  redis?.disconnect()
  log.flush()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void drain())
