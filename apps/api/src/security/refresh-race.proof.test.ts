import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { cookiesOf, signIn } from '../testing/sign-in.ts'
import { type ApiProcess, startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

const rounds = 100
const parallel = 50

let t: TestApp
let tenant: Tenant
let processes: ApiProcess[] = []
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterAll(async () => {
  for (const { child } of processes) child.kill('SIGKILL')
  await t.close()
})

type Answer = { status: number; code: string | undefined; cookie: string }

let sent = 0
/** Sends one renewal to one of the processes, from an address of its own, as it would arrive through the proxy. */
async function renew(cookie: string, attemptId: string): Promise<Answer> {
  const at = processes[sent % processes.length]
  sent += 1
  const address = `10.${(sent >> 14) & 255}.${(sent >> 7) & 127}.${sent & 127}`
  const response = await fetch(`${at?.url}/api/auth/refresh`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, 'x-forwarded-for': address },
    body: JSON.stringify({ attemptId }),
  })
  const { code } = (await response.json()) as { code?: string }
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0])
  return { status: response.status, code, cookie: cookies[0] ?? '' }
}

test(`${parallel} renewals at once with one attempt over two processes leave one successor, ${rounds} times; a replay then ends the family`, async () => {
  processes = await Promise.all([startProcess(t), startProcess(t)])
  const { email } = await t.signInAs(tenant, 'waiter')
  let other = (await signIn(t, email)).headers.cookie.split('; ')[0] ?? ''
  for (let round = 0; round < rounds; round++) {
    t.deps.limiter.forget('signInPerAddress', '127.0.0.1')
    const first = cookiesOf((await signIn(t, email)).reply).cookie.split('; ')[0] ?? ''
    const attemptId = randomUUID()
    const answers = await Promise.all(Array.from({ length: parallel }, () => renew(first, attemptId)))
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(new Set(answers.map(({ cookie }) => cookie)).size).toBe(1)
    const newest = answers[0]?.cookie ?? ''
    expect(await renew(first, randomUUID())).toMatchObject({ status: 401, code: 'TOKEN_REUSE' })
    expect(await renew(newest, randomUUID())).toMatchObject({ status: 401, code: 'TOKEN_REVOKED' })
    const untouched = await renew(other, randomUUID())
    expect(untouched.status).toBe(200)
    other = untouched.cookie
  }
}, 600_000)
