import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declaredRoutes, pathParameters } from '../testing/declared-routes.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'
import { withoutLimits } from '../testing/without-limits.ts'

const id = '01940000-0000-7000-8000-0000000000e1'
const malformed = [
  ...['x', '0', '-1', '1.5', 'null', 'undefined', '*', '%20'],
  id.slice(1),
  `${id}0`,
  id.replaceAll('-', ''),
  `{${id}}`,
  `${id}%00`,
  `${id}'`,
  id.replace('a', 'g').replace('e', 'z'),
]

let t: TestApp
let written: string[] = []
let tokens: string[]
let home: Record<string, string>
beforeAll(async () => {
  t = await createTestApp({}, { destination: { write: (line: string) => void written.push(line) } })
  withoutLimits(t)
  const tenant = await t.createTenant()
  home = { branchId: tenant.branchId }
  tokens = [(await t.signInAs(tenant, 'owner')).token, (await t.joinTable(tenant)).token]
  written = []
})
afterAll(() => t.close())

test('a malformed id in any path is a 400 that names it, and never reaches PostgreSQL', async () => {
  let asked = 0
  for (const { method, path, declaration } of declaredRoutes(t.app)) {
    for (const name of pathParameters(path).filter((parameter) => parameter.endsWith('Id'))) {
      for (const bad of malformed) {
        const target = path.replaceAll(/:(\w+)/g, (_, other: string) =>
          other === name ? bad : (home[other] ?? randomUUID()),
        )
        const replies = await Promise.all(tokens.map((token) => t.call(method, target, { token })))
        // One of the two identities has the audience that the route takes.
        const [reply] = replies.filter(({ status }) => status !== 401 && status !== 403)
        const label = `${method} ${path} (${declaration.guard}) with ${name} ${bad}`
        expect.soft(reply?.status, label).toBe(400)
        expect.soft(JSON.stringify(reply?.body.errors), label).toContain(`"field":"${name}"`)
        asked += 1
      }
    }
  }
  expect(asked).toBeGreaterThan(malformed.length * 20)
  expect(written.join('')).not.toMatch(/22P02|invalid input syntax|request failed/)
})
