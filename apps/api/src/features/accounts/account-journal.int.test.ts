import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../../testing/create-tenant.ts'
import { takeState } from '../../testing/database-state.ts'
import { mailedToken } from '../../testing/mails.ts'
import { readSecurityKinds, signIn } from '../../testing/sign-in.ts'
import { createTestApp, type TestApp, testPassword } from '../../testing/test-app.ts'
import { totpCode } from '../../testing/totp-code.ts'

let t: TestApp
let tenant: Tenant
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
})
afterEach(() => t.startAfresh())
afterAll(() => t.close())

const fresh = 'Another-horse-43-battery'
const post = (path: string, json: object, token?: string) =>
  t.call('POST', `/api/auth/${path}`, { json, ...(token && { token }) })

type Person = { email: string; userId: string; token: string }
type Change = () => ReturnType<typeof post>

async function enrol({ token }: Person): Promise<string> {
  return String((await post('two-factor/enrol', {}, token)).body.secret)
}
const codeOf = (secret: string) => ({ code: totpCode(secret, t.deps.now().getTime()) })

async function recoveryCodesOf(person: Person): Promise<string[]> {
  const { body } = await post('two-factor/confirm', codeOf(await enrol(person)), person.token)
  return body.recoveryCodes as string[]
}

/** What changes how somebody signs in: what the journal says of it, and how it comes about. */
const changes: [kind: string, prepare: (person: Person) => Promise<Change>][] = [
  [
    'auth.password_changed',
    async ({ token }) =>
      () =>
        post('password', { currentPassword: testPassword, password: fresh }, token),
  ],
  [
    'auth.password_reset',
    async ({ email }) => {
      await post('forgot-password', { email })
      const token = await mailedToken(t, email)
      return () => post('reset-password', { token, password: fresh })
    },
  ],
  [
    'auth.email_changed',
    async ({ email, token }) => {
      const moved = `new-${email}`
      await post('email', { email: moved }, token)
      const link = await mailedToken(t, moved)
      return () => post('email/confirm', { token: link }, token)
    },
  ],
  [
    'auth.two_factor_enabled',
    async (person) => {
      const secret = await enrol(person)
      return () => post('two-factor/confirm', codeOf(secret), person.token)
    },
  ],
  [
    'auth.two_factor_disabled',
    async (person) => {
      await recoveryCodesOf(person)
      return () => post('two-factor/disable', {}, person.token)
    },
  ],
  [
    'auth.sign_ins_ended',
    async ({ token }) =>
      () =>
        post('sign-ins/end-others', {}, token),
  ],
  [
    'auth.recovery_code_used',
    async (person) => {
      const [code] = await recoveryCodesOf(person)
      const { challenge } = (await signIn(t, person.email)).reply.body
      return () => post('second-factor', { challenge, code })
    },
  ],
  [
    'auth.recovery_code_used',
    async (person) => {
      const [code] = await recoveryCodesOf(person)
      return () => post('step-up', { code }, person.token)
    },
  ],
]

test.each(changes)('%s: what cannot be written down does not happen', async (kind, prepare) => {
  const { email, userId } = await t.signInAs(tenant, 'manager')
  const { token } = await signIn(t, email)
  const change = await prepare({ email, userId, token })
  const state = await takeState(t.admin)
  const before = await state.fingerprint()
  await t.admin`revoke execute on function app.append_journal from restai_app`
  const refused = await change()
  await t.admin`grant execute on function app.append_journal to restai_app`
  expect(refused).toMatchObject({ status: 500, body: { code: 'INTERNAL' } })
  expect(await state.fingerprint()).toEqual(before)
  expect((await change()).status).toBe(200)
  expect((await readSecurityKinds(t, userId)).filter((one) => one === kind)).toHaveLength(1)
})
