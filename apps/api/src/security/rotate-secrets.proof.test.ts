import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { generateSecret } from '@repo/config'
import { reportFigure } from '@repo/stack/report-figure'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { type ApiProcess, startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp, testPassword } from '../testing/test-app.ts'

const perSecond = 50
const people = 20
const phaseMs = 4_000
/** Every how many requests a person renews: several times in each phase. */
const renewEvery = 4
/** In place of a status. */
const unanswered = 0

let t: TestApp
let tenant: Tenant
const processes: ApiProcess[] = []
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL')
  await t.close()
})

type Person = { token: string; cookie: string; address: string; sent: number; isBusy: boolean }

async function start(settings: Record<string, string> = {}): Promise<ApiProcess> {
  const started = await startProcess(t, settings)
  processes.push(started)
  return started
}

async function post(
  { url }: ApiProcess,
  path: string,
  person: Pick<Person, 'cookie' | 'address'>,
  json: object,
) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': person.address,
      ...(person.cookie && { cookie: person.cookie }),
    },
    body: JSON.stringify(json),
  })
  const { accessToken = '' } = (await response.json()) as { accessToken?: string }
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '')
  return { status: response.status, token: accessToken, cookie: cookies[0] ?? '' }
}

const renew = (at: ApiProcess, person: Pick<Person, 'cookie' | 'address'>) =>
  post(at, '/api/auth/refresh', person, { attemptId: randomUUID() })

async function read(
  { url }: ApiProcess,
  { token, address }: Pick<Person, 'token' | 'address'>,
): Promise<number> {
  const headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': address }
  const response = await fetch(`${url}/api/branches/${tenant.branchId}/tables`, { headers })
  await response.arrayBuffer()
  return response.status
}

test(`${perSecond} requests a second meet no 401 while both signing secrets are rotated and the old ones removed`, async ({
  task,
}) => {
  const first = await start()
  let target = first
  const crowd: Person[] = []
  for (let n = 0; n < people; n++) {
    const { email } = await t.signInAs(tenant, 'waiter')
    const address = `10.4.4.${n + 1}`
    const signedIn = await post(
      first,
      '/api/auth/login',
      { cookie: '', address },
      { email, password: testPassword },
    )
    crowd.push({ ...signedIn, address, sent: 0, isBusy: false })
  }
  const old = crowd.map((person) => ({ ...person }))

  const statuses = new Map<number, number>()
  async function visit(person: Person): Promise<void> {
    person.isBusy = true
    person.sent += 1
    let status: number
    if (person.sent % renewEvery === 0) {
      const renewed = await renew(target, person)
      status = renewed.status
      if (status === 200) Object.assign(person, { token: renewed.token, cookie: renewed.cookie })
    } else status = await read(target, person)
    note(status)
    person.isBusy = false
  }
  const note = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const underWay = new Set<Promise<void>>()
  let turn = 0
  const load = setInterval(() => {
    turn += 1
    const person = crowd[turn % people]
    if (!person || person.isBusy) return
    const visiting = visit(person)
      .catch(() => void note(unanswered))
      .finally(() => underWay.delete(visiting))
    underWay.add(visiting)
  }, 1_000 / perSecond)

  const [jwt, refresh] = [generateSecret(), generateSecret()]
  const settings = [
    {
      JWT_SECRET: jwt,
      JWT_SECRET_PREVIOUS: t.env.JWT_SECRET,
      JWT_REFRESH_SECRET: refresh,
      JWT_REFRESH_SECRET_PREVIOUS: t.env.JWT_REFRESH_SECRET,
    },
    { JWT_SECRET: jwt, JWT_REFRESH_SECRET: refresh },
  ]
  try {
    await pause(phaseMs)
    for (const setting of settings) {
      const next = await start(setting)
      const before = target
      target = next
      // As a balancer does: the old process answers what was already sent to it.
      await Promise.all(underWay)
      before.child.kill('SIGTERM')
      await pause(phaseMs)
    }
  } finally {
    clearInterval(load)
  }
  await Promise.all(underWay)

  const total = [...statuses.values()].reduce((sum, count) => sum + count, 0)
  reportFigure(task, 'requests', total)
  reportFigure(task, '401', statuses.get(401) ?? 0)
  expect(Object.fromEntries(statuses)).toEqual({ 200: total })
  expect(total).toBeGreaterThan((3 * phaseMs * perSecond) / 1_000 / 2)
  // The old secrets are really gone.
  for (const person of old.slice(0, 3)) {
    expect(await read(target, person)).toBe(401)
    expect((await renew(target, person)).status).toBe(401)
  }
}, 120_000)
