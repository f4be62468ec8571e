import { hashPassword, uuidv7 } from '@repo/auth'
import type { Tx } from '../gateway.ts'
import { memberships, organizations, users } from '../schema/index.ts'
import { demoPassword } from './demo/demo-organizations.ts'
import type { DemoOrganization } from './demo/demo-types.ts'
import { insertDemoBranch } from './insert-demo-branch.ts'

/** Makes the organization with its branches and accounts, all or nothing; does nothing when it is there. */
export async function insertDemoOrganization(tx: Tx, organization: DemoOrganization): Promise<void> {
  const { id: organizationId, name } = organization
  const made = await tx.db
    .insert(organizations)
    .values({ id: organizationId, name })
    .onConflictDoNothing()
    .returning({ id: organizations.id })
  if (made.length === 0) return
  for (const branch of organization.branches) await insertDemoBranch(tx, organizationId, branch)
  await insertAccounts(tx, organization)
}

async function insertAccounts(tx: Tx, { id: organizationId, accounts }: DemoOrganization) {
  const passwordHash = await hashPassword(demoPassword)
  const people = accounts.map((account) => ({ ...account, userId: uuidv7() }))
  await tx.db
    .insert(users)
    .values(people.map(({ userId, email, name }) => ({ id: userId, email, name, passwordHash })))
  await tx.db.insert(memberships).values(
    people.map(({ userId, role, branchId }) => ({
      id: uuidv7(),
      organizationId,
      userId,
      role,
      branchId: branchId ?? null,
    })),
  )
}
