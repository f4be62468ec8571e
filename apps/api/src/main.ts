import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { loadEnvOrExit, type Mode } from '@repo/config'
import { timeout } from '@repo/config/limits'
import { assertApplicationRole, connect } from '@repo/db'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { createDeps } from './create-deps.ts'
import { startDeliverer } from './features/webhooks/start-deliverer.ts'
import { prepareStop } from './http/prepare-stop.ts'

const mode: Mode = process.argv.includes('--development') ? 'development' : 'production'
const env = loadEnvOrExit('api', process.env, mode)
const log = pino({ level: env.LOG_LEVEL }, pino.destination({ sync: false, minLength: 4096 }))
const flushing = setInterval(() => log.flush(), 1_000)
flushing.unref()

const database = connect({ url: env.DATABASE_URL, poolMax: env.DATABASE_POOL_MAX })
await assertApplicationRole(database).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  process.exit(1)
})

const deps = createDeps({ env, mode, database, log })
const server = serve({ fetch: createApp(deps).fetch, port: env.API_PORT, hostname: env.API_HOST }, () =>
  log.info({ port: env.API_PORT }, 'listening'),
)
Object.assign(server, {
  headersTimeout: timeout.headersMs,
  requestTimeout: timeout.bodyMs,
  keepAliveTimeout: timeout.keepAliveMs,
})
const stopServer = prepareStop(server as Server)
const deliverer = startDeliverer(deps)

/** Stops taking requests, ends the streams, lets what is under way finish, and leaves. */
async function drain(): Promise<void> {
  setTimeout(() => process.exit(1), timeout.drainMs).unref()
  const stopped = stopServer()
  for (const end of deps.openStreams) end()
  deps.hub.close()
  await Promise.all([stopped, deliverer.stop()])
  await database.end()
  log.flush()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void drain())
