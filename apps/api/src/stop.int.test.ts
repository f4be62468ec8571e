import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listen } from './features/table-sessions/testing/listen.ts'
import { startProcess } from './testing/start-process.ts'
import { createTestApp, type TestApp } from './testing/test-app.ts'

let t: TestApp
let child: ChildProcess | undefined
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(async () => {
  child?.kill('SIGKILL')
  await t.close()
})

async function openUnused(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => {})
  await once(socket, 'connect')
  return socket
}

test('a stop signal ends the process at once and with status 0, whatever is still connected', async () => {
  const api = await startProcess(t)
  child = api.child
  const guest = await t.joinTable(await t.createTenant())
  const streams = await Promise.all(
    [1, 2].map(() => listen(`${api.url}/api/customer/events`, guest.token, `session:${guest.sessionId}.0.0`)),
  )
  // An event has arrived, so the streams are open on the server too.
  for (const stream of streams) expect((await stream.next())?.event).toBe('session.opened')
  const unused = await Promise.all(Array.from({ length: 5 }, () => openUnused(api.port)))
  const answers = await Promise.all(Array.from({ length: 30 }, () => fetch(`${api.url}/health`)))
  await Promise.all(answers.map((answer) => answer.text()))

  const start = performance.now()
  api.child.kill('SIGTERM')
  const [status] = await once(api.child, 'exit')
  expect(status).toBe(0)
  expect(performance.now() - start).toBeLessThan(3_000)
  for (const socket of unused) socket.destroy()
})
