import { randomUUID } from 'node:crypto'
import { otp, rateLimit } from '@repo/config/limits'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { mailsTo } from '../../testing/mails.ts'
import { readJournal } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

const logged: string[] = []
let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp({}, { destination: { write: (line: string) => void logged.push(line) } })
})
beforeEach(async () => {
  tenant = await t.createTenant()
})
afterAll(() => t.close())

let visitors = 0
/** A guest at a table, and how the visit ends. */
async function visit(at = tenant, table = 0) {
  const staff = await t.signInAs(at, 'waiter')
  const guest = await t.joinTable(at, table, `Visitor ${++visitors}`)
  const leave = () =>
    t.call('POST', `/api/branches/${at.branchId}/table-sessions/${guest.sessionId}/close`, {
      token: staff.token,
    })
  return { ...guest, leave }
}
const newPhone = () => `+519${String(10_000_000 + ++visitors)}`
const ask = (token: string, destination: string) =>
  t.call('POST', '/api/customer/auth/otp/request', { token, json: { destination } })
const answer = (token: string, otpRequestId: unknown, code: string) =>
  t.call('POST', '/api/customer/auth/otp/verify', { token, json: { otpRequestId, code } })
const history = (token: string) => t.call('GET', '/api/customer/history', { token })

async function sentCode(destination: string): Promise<string> {
  const [message] = await mailsTo(t, destination)
  return /\d{6}/.exec(message?.text ?? '')?.[0] ?? ''
}
const wrongFor = (code: string) => (code === '000000' ? '000001' : '000000')

async function prove(token: string, destination: string) {
  const { body } = await ask(token, destination)
  return answer(token, body.otpRequestId, await sentCode(destination))
}

async function order(token: string, note = '') {
  const reply = await t.call('POST', '/api/customer/orders', {
    token,
    headers: { 'idempotency-key': randomUUID() },
    json: {
      lines: [{ dishId: tenant.dishes.soup, quantity: 1, modifiers: [] }],
      expectedTotalMinor: 2_500,
      allergyNote: note,
    },
  })
  expect(reply.status).toBe(201)
  return reply.body
}

test('known and unknown destinations get the same answer, valid for five minutes', async () => {
  const { token } = await visit()
  const known = newPhone()
  expect(await prove(token, known)).toMatchObject({ status: 200 })
  for (const destination of [known, newPhone()]) {
    const { status, body } = await ask(token, destination)
    expect(status).toBe(200)
    expect(Object.keys(body).sort()).toEqual(['expiresIn', 'otpRequestId'])
    expect(body.expiresIn).toBe(300)
  }
})

test('three wrong codes lock the request: the right one comes too late', async () => {
  const { token } = await visit()
  const phone = newPhone()
  const { body } = await ask(token, phone)
  const code = await sentCode(phone)
  for (const _ of [1, 2, 3])
    expect(await answer(token, body.otpRequestId, wrongFor(code))).toMatchObject({
      status: 400,
      body: { code: 'OTP_INVALID' },
    })
  expect(await answer(token, body.otpRequestId, code)).toMatchObject({
    status: 429,
    body: { code: 'OTP_LOCKED' },
  })
})

test('of twenty codes sent at once three are compared', async () => {
  const { token } = await visit()
  const phone = newPhone()
  const { body } = await ask(token, phone)
  const wrong = wrongFor(await sentCode(phone))
  await Promise.all(Array.from({ length: 10 }, () => t.database`select pg_sleep(0.2)`))
  const replies = await Promise.all(Array.from({ length: 20 }, () => answer(token, body.otpRequestId, wrong)))
  const counts = Object.groupBy(replies, (reply) => String(reply.body.code))
  expect(counts.OTP_INVALID).toHaveLength(3)
  expect(counts.OTP_LOCKED).toHaveLength(17)
})

test('a code is used once, belongs to its own request and to the guest who asked', async () => {
  const { token } = await visit()
  const [phone, other] = [newPhone(), newPhone()]
  const first = (await ask(token, phone)).body
  const code = await sentCode(phone)
  const second = (await ask(token, other)).body
  const otherCode = await sentCode(other)
  const refused = { status: 400, body: { code: 'OTP_INVALID' } }
  if (code !== otherCode) expect(await answer(token, second.otpRequestId, code)).toMatchObject(refused)
  const stranger = await visit(tenant, 1)
  expect(await answer(stranger.token, first.otpRequestId, code)).toMatchObject(refused)
  expect(await answer(token, first.otpRequestId, code)).toMatchObject({ status: 200 })
  expect(await answer(token, first.otpRequestId, code)).toMatchObject(refused)
})

test('a right code after five minutes has expired', async () => {
  const { token } = await visit()
  const phone = newPhone()
  const { body } = await ask(token, phone)
  const code = await sentCode(phone)
  t.letPass(otp.lifetimeSeconds + 1)
  const late = await answer(token, body.otpRequestId, code)
  await t.startAfresh()
  expect(late).toMatchObject({ status: 400, body: { code: 'OTP_EXPIRED' } })
})

test('a destination gets three codes an hour', async () => {
  const { token } = await visit()
  const phone = newPhone()
  for (const _ of [1, 2, 3]) expect((await ask(token, phone)).status).toBe(200)
  const spaced = `${phone.slice(0, 3)} ${phone.slice(3)}`
  expect(await ask(token, spaced)).toMatchObject({ status: 429, body: { code: 'RATE_LIMITED' } })
})

test('no code is stored or logged in clear text', async () => {
  const { token } = await visit()
  const phone = newPhone()
  const { body } = await ask(token, phone)
  const code = await sentCode(phone)
  expect(code).toMatch(/^\d{6}$/)
  await answer(token, body.otpRequestId, wrongFor(code))
  await answer(token, body.otpRequestId, code)
  await answer(token, body.otpRequestId, code)
  const rows = await t.admin`select row_to_json(o)::text as all from otp_requests o`
  expect(rows.length).toBeGreaterThan(0)
  for (const { all } of rows) expect(all).not.toContain(`"${code}"`)
  const log = logged.join('')
  expect(log).toMatch(/\/verify"/)
  // Times and durations contain digits too, but never these six on their own.
  expect(log).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`))
  expect(log).not.toContain(phone)
  const journal = JSON.stringify(await readJournal(t, tenant.organizationId))
  expect(journal).toContain('customer.verified')
  expect(journal).not.toContain(phone)
})

test('a guest’s own orders come back on a later visit, and nobody else’s', async () => {
  const email = `diner-${++visitors}@example.test`
  const proveByEmail = async (token: string) => {
    const { body } = await ask(token, email)
    return answer(token, body.otpRequestId, await sentCode(email))
  }
  const first = await visit()
  const friend = await t.joinTable(tenant, 0, 'Friend', (await readCode(first.token)) ?? '')
  const own = await order(first.token)
  await order(friend.token)
  expect(await history(first.token)).toMatchObject({ body: { customer: null, orders: [] } })
  expect((await proveByEmail(first.token)).body).toMatchObject({
    channel: 'email',
    destination: 'd…@example.test',
  })
  await first.leave()

  const second = await visit()
  const proven = await proveByEmail(second.token)
  const again = await order(second.token)
  const { body } = await history(second.token)
  expect(body.customer).toEqual(proven.body)
  expect((body.orders as { id: string }[]).map(({ id }) => id)).toEqual([again.id, own.id])
})

const readCode = async (token: string) =>
  (await t.call('GET', '/api/customer/session', { token })).body.joinCode as string | undefined

test('another organization knows the same person only from visits to itself', async () => {
  const phone = newPhone()
  const here = await visit()
  await order(here.token)
  await prove(here.token, phone)
  const elsewhere = await t.createTenant()
  const there = await visit(elsewhere)
  await prove(there.token, phone)
  expect((await history(there.token)).body.orders).toEqual([])
})

test('signing out hides the history from this seat and keeps the visit', async () => {
  const phone = newPhone()
  const { token } = await visit()
  await order(token)
  await prove(token, phone)
  await t.call('POST', '/api/customer/account/sign-out', { token })
  expect((await history(token)).body).toEqual({ customer: null, orders: [], next: null })
  await prove(token, phone)
  expect((await history(token)).body.orders).toHaveLength(1)
})

test('a person’s data can be deleted; what was sold and the journal stay', async () => {
  const phone = newPhone()
  const first = await visit()
  const { id } = await order(first.token, 'deadly peanut allergy')
  await prove(first.token, phone)
  await t.admin`update orders set state = 'served', closed_at = now() where id = ${id as string}`
  await first.leave()
  const second = await visit()
  await prove(second.token, phone)
  const before = await readJournal(t, tenant.organizationId)
  expect((await t.call('DELETE', '/api/customer/account', { token: second.token })).status).toBe(200)
  expect((await history(second.token)).body).toEqual({ customer: null, orders: [], next: null })
  const left = await t.admin`
    select (select count(*)::int from customers where destination = ${phone}) as customers,
      (select count(*)::int from otp_requests where destination = ${phone}) as codes,
      (select count(*)::int from customer_guests where guest_id in ${t.admin([first.guestId, second.guestId])}) as links,
      (select name from guests where id = ${first.guestId}) as name,
      (select allergy_note from orders where id = ${id as string}) as note,
      (select total_minor::int from orders where id = ${id as string}) as sold`
  expect(left[0]).toEqual({ customers: 0, codes: 0, links: 0, name: '—', note: '', sold: 2_500 })
  const after = await readJournal(t, tenant.organizationId)
  expect(after.slice(0, before.length)).toEqual(before)
  expect(after.at(-1)?.kind).toBe('customer.erased')
})

test('deleting a person also clears their words from replies kept for retries, which still order nothing twice', async () => {
  const guest = await visit()
  const other = await t.joinTable(tenant, 1, 'Neighbour')
  const place = ({ token }: { token: string }) =>
    t.call('POST', '/api/customer/orders', {
      token,
      headers: { 'idempotency-key': 'kept' },
      json: {
        lines: [
          { dishId: tenant.dishes.soup, quantity: 1, modifiers: [], note: 'for my ulcer' },
          { dishId: tenant.dishes.tea, quantity: 1, modifiers: [] },
        ],
        expectedTotalMinor: 3_400,
        note: 'my birthday',
        allergyNote: 'peanuts',
      },
    })
  const [placed, theirs] = [await place(guest), await place(other)]
  expect(placed.status).toBe(201)
  await prove(guest.token, newPhone())
  expect((await t.call('DELETE', '/api/customer/account', { token: guest.token })).status).toBe(200)
  const kept = await t.admin`select body::text from idempotency_records where actor_id = ${guest.guestId}`
  expect(String(kept[0]?.body)).not.toMatch(/Visitor|ulcer|birthday|peanuts/)
  const { lines } = placed.body as { lines: object[] }
  expect((await place(guest)).body).toEqual({
    ...placed.body,
    guestName: '—',
    note: '',
    allergyNote: '',
    lines: lines.map((line) => ({ ...line, note: '' })),
  })
  expect((await place(other)).body).toEqual(theirs.body)
})

test('no code is made where no message can be sent', async () => {
  const { token } = await visit()
  const { senders } = t.deps
  t.deps.senders = { email: undefined, sms: undefined, outbox: undefined }
  const replies = [await ask(token, newPhone()), await ask(token, 'a@example.test')]
  t.deps.senders = senders
  expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
    [503, 'SMS_UNAVAILABLE'],
    [503, 'EMAIL_UNAVAILABLE'],
  ])
})

test('one table cannot mass-mail by rejoining as new guests', async () => {
  const host = await t.joinTable(tenant)
  const { body } = await t.call('GET', '/api/customer/session', { token: host.token })
  const { max } = rateLimit.otpPerTable
  let sent = 0
  for (let guests = 0; guests * 6 < max + 12; guests += 1) {
    const guest = await t.joinTable(tenant, 0, 'Another', String(body.joinCode))
    for (let n = 0; n < 6; n += 1) if ((await ask(guest.token, newPhone())).status === 200) sent += 1
    await t.call('POST', '/api/customer/session/leave', { token: guest.token })
  }
  expect(sent).toBe(max)
  const neighbour = await t.joinTable(tenant, 1)
  expect((await ask(neighbour.token, newPhone())).status).toBe(200)
})
