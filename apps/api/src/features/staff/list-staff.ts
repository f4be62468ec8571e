import { memberships, users } from '@repo/db/schema'
import type { StaffList } from '@repo/schemas/contract'
import { asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'

const byRank = sql`array_position(array['owner', 'manager', 'cashier', 'waiter', 'kitchen'], ${memberships.role})`

/** People of this branch and of all branches, by role and name. */
export function listStaff(ctx: StaffCtx): Promise<StaffList> {
  return ctx.tx(async ({ db }) => {
    const rows = await db
      .select({
        userId: users.id,
        membershipId: memberships.id,
        name: users.name,
        email: users.email,
        role: memberships.role,
        branchId: memberships.branchId,
        userDisabledAt: users.disabledAt,
        disabledAt: memberships.disabledAt,
      })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(or(isNull(memberships.branchId), eq(memberships.branchId, ctx.actor.branchId)))
      .orderBy(byRank, asc(users.name), asc(memberships.id))
    return {
      members: rows.map(({ branchId, disabledAt, userDisabledAt, role, ...member }) => ({
        ...member,
        role: role as 'owner',
        allBranches: branchId === null,
        disabled: disabledAt !== null || userDisabledAt !== null,
      })),
    }
  })
}
