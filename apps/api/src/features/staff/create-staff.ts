import { hashPassword, uuidv7 } from '@repo/auth'
import { memberships } from '@repo/db/schema'
import type { CreateStaffInput, StaffMember } from '@repo/schemas/contract'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { organizationEntry } from '../../security/audit-entry.ts'
import { insertUser } from '../accounts/insert-user.ts'
import { passwordErrors } from '../accounts/password-errors.ts'
import { requireReach } from './require-reach.ts'

/**
 * Gives a colleague a login for this branch, or for all of them.
 * @throws FORBIDDEN for a role or reach above one's own, VALIDATION_FAILED, EMAIL_TAKEN, RATE_LIMITED
 */
export async function createStaff(
  ctx: StaffCtx,
  input: CreateStaffInput,
): Promise<z.infer<typeof StaffMember>> {
  const { actor, author } = ctx
  const { name, email, password, role, allBranches } = input
  await ctx.tx((tx) => requireReach(tx, actor, { roles: [role], allBranches }))
  const errors = passwordErrors(password, [email, name])
  if (errors.length > 0) throw new ApiError('VALIDATION_FAILED', { errors })

  // As for invitations: whoever may do this learns of any address whether it has an account.
  await ctx.deps.limiter.takeKey('invite', actor.userId)

  const { organizationId } = actor
  const [userId, membershipId] = [uuidv7(), uuidv7()]
  const passwordHash = await hashPassword(password)
  await ctx.tx(async (tx) => {
    await insertUser(tx, { id: userId, email, name, passwordHash })
    const branchId = allBranches ? null : actor.branchId
    await tx.db.insert(memberships).values({ id: membershipId, organizationId, userId, role, branchId })
    await tx.append([organizationEntry('staff.created', { userId, membershipId, role })], author)
  })
  return { userId, membershipId, name, email, role, allBranches, disabled: false }
}
