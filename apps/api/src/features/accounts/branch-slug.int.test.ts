import { connect, type Database } from '@repo/db'
import { isBranchSlug, reservedSlugs } from '@repo/schemas/rules'
import { createTestDatabase, type TestDatabase } from '@repo/stack/test-database'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

let testDatabase: TestDatabase
let admin: Database
beforeAll(async () => {
  testDatabase = await createTestDatabase()
  admin = connect({ url: testDatabase.adminUrl, poolMax: 1 })
})
afterAll(async () => {
  await admin.end()
  await testDatabase.drop()
})

/** The texts that the check on `branches.slug` accepts, evaluated as it stands in the database. */
async function letIn(slugs: string[]): Promise<string[]> {
  const [check] = await admin<{ expression: string }[]>`
    select pg_get_expr(conbin, conrelid) as expression from pg_constraint where conname = 'branches_slug'`
  const rows = await admin.unsafe<{ slug: string }[]>(
    `select slug from unnest($1::text[]) as slug where ${check?.expression}`,
    [slugs],
  )
  return rows.map(({ slug }) => slug)
}

const almostSlug = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', '9', '-'), maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('a', 'z', '0', '-', 'B', '_', 'é', ' ', '\n'), maxLength: 8 }),
  fc.string({ unit: fc.constantFrom('a', 'a-', '-a'), minLength: 36, maxLength: 44 }),
)

test('the rule and the database accept the same slugs', async () => {
  const slugs = fc.array(almostSlug, { minLength: 200, maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(slugs, async (some) => {
      const unreserved = [...new Set(some)].filter((slug) => !reservedSlugs.includes(slug))
      expect(unreserved.filter(isBranchSlug).toSorted()).toEqual((await letIn(unreserved)).toSorted())
    }),
    { numRuns: 30 },
  )
})
