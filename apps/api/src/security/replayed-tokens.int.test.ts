import { afterAll, beforeAll, expect, test } from 'vitest'
import { cookiesOf, signIn } from '../testing/sign-in.ts'
import { createTestApp, type TestApp, webOrigin } from '../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

const recorded = async (kind: string, familyId: unknown) => {
  const [row] = await t.admin<{ times: number }[]>`
    select count(*)::int as times from journal_entries
    where stream = 'platform' and kind = ${kind} and payload ->> 'familyId' = ${String(familyId)}`
  return row?.times
}
const post = (path: string, cookies: Record<string, string>, json?: object) =>
  t.call('POST', path, { headers: { origin: webOrigin, ...cookies }, ...(json && { json }) })
const renew = (cookies: Record<string, string>) =>
  post('/api/customer/auth/refresh', cookies, { attemptId: crypto.randomUUID() })

test('a token that is replayed endlessly is refused every time and recorded once', async () => {
  const guest = await t.joinTable(await t.createTenant())
  const first = cookiesOf(guest.reply)
  await renew(cookiesOf(await renew(first)))
  for (let n = 0; n < 20; n += 1) expect((await renew(first)).body.code).toBe('TOKEN_REUSE')
  const [family] = await t.admin`select id from token_families where guest_id = ${guest.guestId}`
  expect(await recorded('token.reuse', family?.id)).toBe(1)
})

test('a sign-in that has ended is not recorded as ended twice', async () => {
  const { email, userId } = await t.signInAs(await t.createTenant(), 'waiter')
  const { headers } = await signIn(t, email)
  for (let n = 0; n < 5; n += 1) expect((await post('/api/auth/logout', headers)).status).toBe(200)
  const [family] = await t.admin`
    select id from token_families where user_id = ${userId} and revoked_at is not null`
  expect(await recorded('auth.logout', family?.id)).toBe(1)
})
