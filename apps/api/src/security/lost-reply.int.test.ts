import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServedApp, serveApp } from '../testing/serve-app.ts'
import { signIn } from '../testing/sign-in.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
let served: ServedApp
let cut: Awaited<ReturnType<typeof startCut>>
beforeAll(async () => {
  t = await createTestApp()
  served = await serveApp(t)
  cut = await startCut(served.port)
})
afterAll(async () => {
  cut.close()
  await served.stop()
  await t.close()
})

/** A network that carries every request to the server and loses every reply. */
async function startCut(port: number) {
  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1')
    client.pipe(upstream)
    upstream.once('data', () => {
      client.resetAndDestroy()
      upstream.destroy()
    })
    client.on('error', () => upstream.destroy())
    upstream.on('error', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: cutPort } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${cutPort}`, close: () => void server.close() }
}

async function renew(url: string, cookie: string, attemptId: string) {
  const response = await fetch(`${url}/api/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ attemptId }),
  })
  const { code } = (await response.json()) as { code?: string }
  return { status: response.status, code, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
}

test('a renewal whose reply was lost can be repeated with the same attempt, and the sign-in lives on', async () => {
  const tenant = await t.createTenant()
  const { email } = await t.signInAs(tenant, 'waiter')
  const first = (await signIn(t, email)).headers.cookie.split('; ')[0] ?? ''
  let cookie = first
  for (let round = 0; round < 20; round++) {
    const attemptId = randomUUID()
    await expect(renew(cut.url, cookie, attemptId)).rejects.toThrow()
    const again = await renew(served.url, cookie, attemptId)
    expect(again.status).toBe(200)
    expect(again.cookie).not.toBe(cookie)
    cookie = again.cookie
  }
  expect(await renew(served.url, cookie, randomUUID())).toMatchObject({ status: 200 })
  // It was the attempt id that made the repetition valid.
  expect(await renew(served.url, first, randomUUID())).toMatchObject({ status: 401, code: 'TOKEN_REUSE' })
})
