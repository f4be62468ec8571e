import { memberships, users } from '@repo/db/schema'
import type { StaffMember, UpdateStaffInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { toInstant } from '../../security/family-lifetimes.ts'
import { announceMember } from './announce-member.ts'
import { lockMember } from './lock-member.ts'
import { requireReach } from './require-reach.ts'

/**
 * Changes a colleague's role, or shuts them out or lets them back in, from their next request on.
 * @throws NOT_FOUND, FORBIDDEN for oneself and for a role or reach above one's own
 */
export function updateStaff(
  ctx: StaffCtx,
  membershipId: string,
  input: UpdateStaffInput,
): Promise<z.infer<typeof StaffMember>> {
  const { actor, now } = ctx
  return ctx.tx(async (tx) => {
    const member = await lockMember(tx, actor, membershipId)
    const role = input.role ?? member.role
    await requireReach(tx, actor, { roles: [role], allBranches: false })
    const disabledAt = input.disabled ? toInstant(now.getTime()) : null
    await tx.db
      .update(memberships)
      .set({ role, ...(input.disabled !== undefined && { disabledAt }) })
      .where(eq(memberships.id, membershipId))
    const [row] = await tx.db
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        userDisabledAt: users.disabledAt,
        disabledAt: memberships.disabledAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(eq(memberships.id, membershipId))
    if (!row) throw new ApiError('NOT_FOUND')
    const { userDisabledAt, disabledAt: shutOutAt, ...person } = row
    const disabled = userDisabledAt !== null || shutOutAt !== null
    await announceMember(tx, ctx, member, { role, disabled, ended: false })
    return { ...person, membershipId, role, allBranches: member.branchId === null, disabled }
  })
}
