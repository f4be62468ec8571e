import {
  type OrganizationEventKind,
  organizationEvents,
  type SecurityEventKind,
  securityEvents,
} from '@repo/schemas/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mailedToken } from '../testing/mails.ts'
import { signIn } from '../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword, webOrigin } from '../testing/test-app.ts'
import { totpCode } from '../testing/totp-code.ts'
import { withoutLimits } from '../testing/without-limits.ts'

type Entry = { stream: string; kind: string; payload: unknown; requestId: string }

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const origin = { origin: webOrigin }
const fresh = 'Another-horse-43-battery'
const wrong = 'not-the-Password-1'

/** Everything about one person: signing in and out, passwords, a second factor, another address, a stolen cookie. */
async function live(email: string): Promise<void> {
  const now = t.deps.now
  let { token, headers } = await signIn(t, email)
  const renew = () =>
    t.call('POST', '/api/auth/refresh', {
      json: { attemptId: crypto.randomUUID() },
      headers: { ...origin, ...headers },
    })
  await t.call('POST', '/api/auth/logout', { headers: { ...origin, ...(await signIn(t, email)).headers } })
  await t.call('POST', '/api/auth/sign-ins/end-others', { token })
  await t.call('POST', '/api/auth/password', {
    token,
    json: { currentPassword: testPassword, password: fresh },
  })
  await t.call('POST', '/api/auth/forgot-password', { json: { email } })
  await t.call('POST', '/api/auth/reset-password', {
    json: { token: await mailedToken(t, email), password: testPassword },
  })
  ;({ token, headers } = await signIn(t, email))
  const { body: enrolment } = await t.call('POST', '/api/auth/two-factor/enrol', { token })
  const code = totpCode(String(enrolment.secret), now().getTime())
  const { body: confirmed } = await t.call('POST', '/api/auth/two-factor/confirm', { token, json: { code } })
  const [recoveryCode] = confirmed.recoveryCodes as string[]
  const { challenge } = (await signIn(t, email)).reply.body
  await t.call('POST', '/api/auth/second-factor', { json: { challenge, code: recoveryCode } })
  await t.call('POST', '/api/auth/two-factor/disable', { token })
  ;({ token, headers } = await signIn(t, email))
  const moved = `new-${email}`
  await t.call('POST', '/api/auth/email', { token, json: { email: moved } })
  await t.call('POST', '/api/auth/email/confirm', { token, json: { token: await mailedToken(t, moved) } })
  await renew()
  await renew()
}

/** How often each event happens in the test below; the others happen once. */
const often: Record<string, number> = { 'auth.login_ok': 5, 'auth.login_failed': 100 }

test('every event of the catalogue is recorded when it happens, with the fields declared there', async () => {
  const tenant = await t.createTenant()
  const branch = `/api/branches/${tenant.branchId}`
  const owner = await t.signInAs(tenant, 'owner')
  const waiter = await t.signInAs(tenant, 'waiter')
  await live((await t.signInAs(tenant, 'manager')).email)
  for (let n = 0; n < 6; n++) await signIn(t, waiter.email, { password: wrong })
  withoutLimits(t)
  for (let n = 0; n < 95; n++)
    await signIn(t, n < 3 ? owner.email : `nobody-${n}@example.test`, { password: wrong })
  await t.call('GET', `${branch}/staff`, { token: waiter.token })
  await t.call('GET', `${branch}/staff`, { token: 'made.up.token' })
  for (let n = 0; n < 20; n++) await t.call('GET', '/api/nothing/..%2f..%2fetc')
  const { token } = owner
  await t.call('PATCH', `${branch}/menu/dishes/${tenant.dishes.soup}`, {
    token,
    json: { version: 1, priceMinor: 1 },
  })
  await t.call('POST', `${branch}/tables/${tenant.tables[1]?.id}/rotate-code`, { token })
  await t.call('POST', `${branch}/table-sessions/${(await t.joinTable(tenant)).sessionId}/close`, { token })
  const json = {
    name: 'Ana',
    email: 'ana@example.test',
    password: testPassword,
    role: 'waiter',
    allBranches: false,
  }
  await t.call('POST', `${branch}/staff`, { token, json })
  await t.deps.tally.flush()

  const entries = await t.admin<Entry[]>`
    select stream, kind, payload, request_id as "requestId" from journal_entries
    where stream = 'platform' or stream like 'organization:%' order by at`
  const times: Record<string, number> = {}
  for (const { kind } of entries) times[kind] = (times[kind] ?? 0) + 1
  const catalogue = [...Object.keys(securityEvents), ...Object.keys(organizationEvents)]
  expect(times).toEqual(Object.fromEntries(catalogue.map((kind) => [kind, often[kind] ?? 1])))
  for (const { stream, kind, payload, requestId } of entries) {
    const schema =
      stream === 'platform'
        ? securityEvents[kind as SecurityEventKind]
        : organizationEvents[kind as OrganizationEventKind]
    if (schema) expect(schema.parse(payload), kind).toEqual(payload)
    else expect(stream, kind).not.toBe('platform')
    expect(requestId, kind).toMatch(/^[\w-]{8,64}$/)
  }
})
