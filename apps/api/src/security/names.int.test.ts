import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Tenant } from '../testing/create-tenant.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
let tenant: Tenant
let token: string
beforeAll(async () => {
  t = await createTestApp()
  tenant = await t.createTenant()
  token = (await t.signInAs(tenant, 'owner')).token
})
afterAll(() => t.close())

/** The name of a dish, as a manager writes it and everybody reads it. */
async function rename(name: string): Promise<{ status: number; shown: unknown }> {
  const route = `/api/branches/${tenant.branchId}/menu`
  const menu = await t.call('GET', route, { token })
  const [category] = menu.body.categories as { dishes: { id: string; version: number }[] }[]
  const { id, version } = category?.dishes[0] ?? { id: '', version: 0 }
  const { status, body } = await t.call('PATCH', `${route}/dishes/${id}`, {
    token,
    json: { version, name: { en: name } },
  })
  return { status, shown: (body.name as { en?: string } | undefined)?.en }
}
const join = async (name: string) => {
  const { reply } = await t.joinTable(tenant, 0, name)
  const seat = reply.body.accessToken as string
  const session = await t.call('GET', '/api/customer/session', { token: seat })
  return {
    status: reply.status,
    shown: (session.body.guests as { name: string }[] | undefined)?.at(-1)?.name,
  }
}

test.each([
  ['Spanish, decomposed', 'Jose\u0301 Ñan\u0303ez'],
  ['Irish', "O’Brien-O'Neill"],
  ['Arabic', 'محمد عبد الله'],
  ['Persian with a joiner', 'می\u200Cخواهم'],
  ['Hebrew with points', 'שָׁלוֹם'],
  ['Chinese', '李小龍'],
  ['Japanese', 'すずき・さくら'],
  ['Korean, decomposed', '한글'.normalize('NFD')],
  ['Hindi', 'श्रीमती'],
  ['Vietnamese', 'Nguyễn Thị Ánh'.normalize('NFD')],
  ['a family of emoji', 'Los García 👩‍👩‍👧‍👦'],
  ['a flag and a skin tone', '🇵🇪 👋🏽'],
])('a name in %s is accepted and comes back in composed form', async (_, name) => {
  const dish = await rename(name)
  expect(dish).toEqual({ status: 200, shown: name.normalize('NFC') })
})

test('guests keep the name they wrote, in composed form', async () => {
  const name = 'Jose\u0301 محمد 李 👩‍👧'
  expect(await join(name)).toEqual({ status: 201, shown: name.normalize('NFC') })
})

test.each([
  ['a line break', 'Ana\nBea'],
  ['a carriage return', 'Ana\rBea'],
  ['a line separator', 'Ana\u2028Bea'],
  ['a paragraph separator', 'Ana\u2029Bea'],
  ['a right-to-left override', 'Ana\u202Exet'],
  ['an isolate', 'Ana\u2066Bea'],
  ['a right-to-left mark', 'Ana\u200FBea'],
  ['a zero byte', 'Ana\u0000'],
  ['a piled-up letter', `A${'\u0301'.repeat(9)}na`],
])('a name with %s is refused', async (_, name) => {
  expect((await rename(name)).status).toBe(400)
  expect((await t.joinTable(tenant, 1, name)).reply.status).toBe(400)
})
