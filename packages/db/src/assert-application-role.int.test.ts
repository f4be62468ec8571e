import { afterAll, beforeAll, expect, it } from 'vitest'
import { assertApplicationRole } from './assert-application-role.ts'
import { createTestWorld, type TestWorld } from './test-world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createTestWorld()
})
afterAll(() => world.close())

it('the application role is accepted', async () => {
  await expect(assertApplicationRole(world.app)).resolves.toBeUndefined()
})

it('a role that owns the tables or bypasses row-level security is refused', async () => {
  await expect(assertApplicationRole(world.admin)).rejects.toThrow(
    /can bypass row-level security; it owns tables/,
  )
})

it('a table whose row-level security is not forced is refused by name', async () => {
  await world.admin`alter table stations no force row level security`
  await expect(assertApplicationRole(world.app)).rejects.toThrow(/not forced on stations/)
  await world.admin`alter table stations force row level security`
})
