import { once } from 'node:events'
import { rateLimit } from '@repo/config/limits'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiProcess, startProcess } from '../testing/start-process.ts'
import { startRedis } from '../testing/start-redis.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
let redis: Awaited<ReturnType<typeof startRedis>>
let processes: ApiProcess[] = []
beforeAll(async () => {
  t = await createTestApp()
  redis = await startRedis()
  const settings = { REDIS_URL: redis.url, TRUSTED_PROXIES: '127.0.0.1' }
  processes = await Promise.all([startProcess(t, settings), startProcess(t, settings)])
}, 120_000)
afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL')
  redis?.child.kill('SIGKILL')
  await t.close()
})

/** Requests that take turns between the two processes. */
async function send(count: number, path: string, init: RequestInit): Promise<number[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const response = await fetch(`${processes[n % processes.length]?.url}${path}`, init)
      await response.body?.cancel()
      return response.status
    }),
  )
}

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
const countOf = (statuses: number[], wanted: number) => statuses.filter((status) => status === wanted).length
const callWaiter = (token: string) => ({
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
  body: JSON.stringify({ kind: 'waiter' }),
})
const logIn = (address: string) => ({
  method: 'POST',
  headers: { 'x-forwarded-for': address, 'content-type': 'application/json' },
  body: JSON.stringify({ email: `nobody-${address}@example.test`, password: 'Wrong-horse-42-battery' }),
})

test('two processes let exactly the limit through together, at once and one after the other', async ({
  task,
}) => {
  const { max } = rateLimit.refusedPerAddress
  const statuses = await send(max + 5, '/api/nothing', from('198.51.100.1'))
  expect([countOf(statuses, 404), countOf(statuses, 429)]).toEqual([max, 5])
  reportFigure(task, `of ${max} at once`, countOf(statuses, 404))

  const guest = await t.joinTable(await t.createTenant())
  let accepted = 0
  for (let n = 0; n < rateLimit.guestCreate.max + 5; n += 1) {
    const { url } = processes[n % 2] as ApiProcess
    const response = await fetch(`${url}/api/customer/service-calls`, callWaiter(guest.token))
    if (response.status !== 429) accepted += 1
    else expect(Number(response.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  }
  expect(accepted).toBe(rateLimit.guestCreate.max)
  reportFigure(task, `of ${rateLimit.guestCreate.max} in turn`, accepted)
})

test('a sign-in is counted across both, and keys in Redis name nobody and expire', async () => {
  const statuses = await send(rateLimit.signIn.max + 5, '/api/auth/login', logIn('198.51.100.2'))
  expect([countOf(statuses, 401), countOf(statuses, 429)]).toEqual([rateLimit.signIn.max, 5])
  const { Redis } = await import('ioredis')
  const client = new Redis(redis.url)
  const keys = await client.keys('*')
  const lifetimes = await Promise.all(keys.map((key) => client.pttl(key)))
  client.disconnect()
  expect(keys.length).toBeGreaterThan(3)
  for (const key of keys) expect(key).toMatch(/^restai:limit:[\w-]{22}$/)
  for (const lifetimeMs of lifetimes) expect(lifetimeMs).toBeGreaterThan(0)
})

test('without Redis ordering keeps its limits, sign-in gets a quarter, and both share again when it is back', async () => {
  redis.child.kill('SIGKILL')
  await once(redis.child, 'exit')
  const guest = await t.joinTable(await t.createTenant())
  const calls = await send(
    2 * rateLimit.guestCreate.max + 10,
    '/api/customer/service-calls',
    callWaiter(guest.token),
  )
  expect(countOf(calls, 429)).toBe(10)
  const signIns = await send(10, '/api/auth/login', logIn('198.51.100.3'))
  expect([countOf(signIns, 401), countOf(signIns, 429)]).toEqual([2, 8])

  redis = await startRedis(redis.port)
  await expect
    .poll(
      async () => {
        const address = `203.0.113.${Math.floor(Math.random() * 250)}`
        await send(2, '/api/nothing', from(address))
        const { url } = processes[0] as ApiProcess
        const response = await fetch(`${url}/api/nothing`, from(address))
        return Number(response.headers.get('ratelimit-remaining'))
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe(rateLimit.refusedPerAddress.max - 3)
})
