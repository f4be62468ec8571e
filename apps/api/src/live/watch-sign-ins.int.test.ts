import { randomUUID } from 'node:crypto'
import { staffSession } from '@repo/config/limits'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listen, serveOnSocket } from '../features/table-sessions/testing/listen.ts'
import type { Tenant } from '../testing/create-tenant.ts'
import { mailedToken } from '../testing/mails.ts'
import { cookiesOf, signIn } from '../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword, webOrigin } from '../testing/test-app.ts'

type Served = Awaited<ReturnType<typeof serveOnSocket>>

let t: TestApp
let elsewhere: TestApp
let sockets: Served[]
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  elsewhere = await createTestApp({ DATABASE_URL: t.env.DATABASE_URL })
  sockets = await Promise.all([t, elsewhere].map(serveOnSocket))
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(async () => {
  await elsewhere.close()
  await t.close()
  for (const socket of sockets) socket.close()
})

const fresh = 'Another-horse-43-battery'
type Cookies = { cookie: string }
const post = (path: string, json: object, sender: { token?: string; headers?: Cookies } = {}) =>
  t.call('POST', path, {
    json,
    headers: { origin: webOrigin, ...sender.headers },
    ...(sender.token && { token: sender.token }),
  })
const renew = async (path: string, headers: Cookies) =>
  cookiesOf(await post(path, { attemptId: randomUUID() }, { headers }))

/** Sends a cookie again whose successor was used. */
async function replay(path: string, cookies: Cookies): Promise<void> {
  await renew(path, await renew(path, cookies))
  expect((await post(path, { attemptId: randomUUID() }, { headers: cookies })).body.code).toBe('TOKEN_REUSE')
}

/** Two sign-ins of one person: one is lost, the other ends it. */
async function person() {
  const { email } = await t.signInAs(tenant, 'waiter')
  const [lost, kept] = [await signIn(t, email), await signIn(t, email)]
  return { email, lost, kept, token: lost.token, path: `/api/branches/${tenant.branchId}/events` }
}

async function device() {
  const { token: owner } = await t.signInAs(tenant, 'owner')
  const at = `/api/branches/${tenant.branchId}`
  const { body: made } = await post(`${at}/device-keys`, { kind: 'kds', maxActivations: 2 }, { token: owner })
  const [deviceId, key] = [randomUUID(), String(made.key)]
  const activate = () => post('/api/devices/activate', { key, deviceId, kind: 'kds', name: 'Pass' })
  const reply = await activate()
  const { id } = reply.body.device as { id: string }
  const verify = async (headers: Cookies) =>
    cookiesOf(await post('/api/devices/verify', { deviceId, attemptId: randomUUID() }, { headers }))
  const revoke = () => t.call('DELETE', `${at}/devices/${id}`, { token: owner })
  const token = String(reply.body.accessToken)
  return { token, path: `${at}/events`, cookies: cookiesOf(reply), activate, verify, revoke }
}

type Follower = { token: string; path: string; end: () => Promise<unknown> }

const endings: [how: string, prepare: () => Promise<Follower>][] = [
  [
    'signed out',
    async () => {
      const { lost, ...of } = await person()
      return { ...of, end: () => post('/api/auth/logout', {}, lost) }
    },
  ],
  [
    'ended from another sign-in',
    async () => {
      const { kept, ...of } = await person()
      return { ...of, end: () => post('/api/auth/sign-ins/end-others', {}, kept) }
    },
  ],
  [
    'whose password was changed',
    async () => {
      const { kept, ...of } = await person()
      const json = { currentPassword: testPassword, password: fresh }
      return { ...of, end: () => post('/api/auth/password', json, { token: kept.token }) }
    },
  ],
  [
    'whose password was reset',
    async () => {
      const { email, ...of } = await person()
      await post('/api/auth/forgot-password', { email })
      const token = await mailedToken(t, email)
      return { ...of, end: () => post('/api/auth/reset-password', { token, password: fresh }) }
    },
  ],
  [
    'whose address was changed',
    async () => {
      const { email, kept, ...of } = await person()
      await post('/api/auth/email', { email: `new-${email}` }, { token: kept.token })
      const json = { token: await mailedToken(t, `new-${email}`) }
      return { ...of, end: () => post('/api/auth/email/confirm', json, { token: kept.token }) }
    },
  ],
  [
    'that was one too many',
    async () => {
      const { email, ...of } = await person()
      for (let n = 2; n < staffSession.maxPerAccount; n += 1) await signIn(t, email)
      return { ...of, end: () => signIn(t, email) }
    },
  ],
  [
    'whose cookie was replayed',
    async () => {
      const { lost, ...of } = await person()
      return { ...of, end: () => replay('/api/auth/refresh', lost.headers) }
    },
  ],
  [
    'of a guest whose cookie was replayed',
    async () => {
      const { reply, token } = await t.joinTable(await t.createTenant())
      const end = () => replay('/api/customer/auth/refresh', cookiesOf(reply))
      return { token, path: '/api/customer/events', end }
    },
  ],
  [
    'of a device whose cookie was replayed',
    async () => {
      const { cookies, verify, ...of } = await device()
      const end = async () => {
        await verify(await verify(cookies))
        await verify(cookies)
      }
      return { ...of, end }
    },
  ],
  [
    'of a device that was ended',
    async () => {
      const { revoke, ...of } = await device()
      return { ...of, end: revoke }
    },
  ],
  [
    'of a device that was paired anew',
    async () => {
      const { activate, ...of } = await device()
      return { ...of, end: activate }
    },
  ],
]

test.each(endings)(
  'the streams of a sign-in %s end within two seconds, in every process',
  async (_, prepare) => {
    const { token, path, end } = await prepare()
    const streams = await Promise.all(sockets.map(({ origin }) => listen(`${origin}${path}`, token)))
    expect(streams.map(({ response }) => response.status)).toEqual([200, 200])
    await end()
    const endedAtMs = performance.now()
    for (const stream of streams) while ((await stream.next()) !== null);
    expect(performance.now() - endedAtMs).toBeLessThan(2_000)
  },
)

test('the streams of who stays signed in go on', async () => {
  const [staying, going] = [await person(), await person()]
  const [stays, goes] = await Promise.all([
    listen(`${sockets[1]?.origin}${staying.path}`, staying.token),
    listen(`${sockets[1]?.origin}${going.path}`, going.token),
  ])
  await post('/api/auth/logout', {}, going.lost)
  while ((await goes.next()) !== null);
  const next = stays.next()
  await post(`/api/customer/service-calls`, { kind: 'bill' }, await t.joinTable(tenant))
  expect(await next).not.toBeNull()
  stays.close()
})
