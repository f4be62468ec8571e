import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { startServer } from '../http/start-server.ts'
import type { TestApp } from './test-app.ts'

export type ServedApp = { url: string; port: number; stop(): Promise<void> }

/** The test's app behind a real socket, with the server's own limits. */
export async function serveApp(
  { app }: Pick<TestApp, 'app'>,
  timeouts?: Parameters<typeof startServer>[1]['timeouts'],
): Promise<ServedApp> {
  const { server, stop } = startServer(app.fetch, {
    port: 0,
    hostname: '127.0.0.1',
    ...(timeouts && { timeouts }),
  })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, stop }
}
