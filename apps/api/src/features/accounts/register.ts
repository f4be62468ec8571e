import { hashPassword, uuidv7 } from '@repo/auth'
import { memberships, organizations } from '@repo/db/schema'
import type { RegisterInput } from '@repo/schemas/contract'
import type { Ctx } from '../../http/ctx.ts'
import { organizationEntry } from '../../security/audit-entry.ts'
import { startFamily } from '../../security/refresh-family.ts'
import { checkRegistration } from './check-registration.ts'
import { deviceLabel } from './device-label.ts'
import { grantStaffAccess, type SignedIn } from './grant-staff-access.ts'
import { insertFirstBranch } from './insert-first-branch.ts'
import { insertUser } from './insert-user.ts'
import type { Visitor } from './visitor.ts'

/**
 * Signs a restaurant up: organization, owner, first branch with tax, stations, tables and maybe the sample menu.
 * All of it or nothing. @throws SIGNUP_CLOSED, VALIDATION_FAILED, RATE_LIMITED, EMAIL_TAKEN
 */
export async function register(ctx: Ctx, input: RegisterInput, visitor: Visitor): Promise<SignedIn> {
  await checkRegistration(ctx, input)
  const { deps, requestId } = ctx
  const { name, email, organizationName } = input
  const [organizationId, branchId, userId, membershipId, familyId] = [
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
    uuidv7(),
  ]
  const passwordHash = await hashPassword(input.password)
  const scope = { kind: 'staff', organizationId, branchId, userId, familyId } as const
  return deps.gateway.run(scope, async (tx) => {
    await insertUser(tx, { id: userId, email, name, passwordHash })
    await tx.db.insert(organizations).values({ id: organizationId, name: organizationName })
    await insertFirstBranch(tx, { organizationId, branchId }, input)
    await tx.db.insert(memberships).values({ id: membershipId, organizationId, userId, role: 'owner' })
    const grant = await startFamily(tx, deps, {
      familyId,
      kind: 'staff',
      userId,
      deviceLabel: deviceLabel(visitor.userAgent),
    })
    const signedIn = await grantStaffAccess(deps, tx.sql, grant, userId, visitor)
    await tx.append([organizationEntry('staff.created', { userId, membershipId, role: 'owner' })], {
      actor: `user:${userId}`,
      requestId,
    })
    return signedIn
  })
}
