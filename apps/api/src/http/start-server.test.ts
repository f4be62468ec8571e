import { once } from 'node:events'
import { expect, test } from 'vitest'
import { startServer } from './start-server.ts'

test('a client has 10 seconds for its headers and 15 for the whole request', async () => {
  const { server, stop } = startServer(() => new Response(), { port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 15_000])
  await stop()
})
