import { memberships, users } from '@repo/db/schema'
import type { PageQuery, StaffList } from '@repo/schemas/contract'
import { and, asc, eq, isNull, or, type SQLWrapper, sql } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { requirePlace } from '../../http/require-place.ts'
import { takePage } from '../../http/take-page.ts'

const rankOf = (role: SQLWrapper) =>
  sql`array_position(array['owner', 'manager', 'cashier', 'waiter', 'kitchen'], ${role})`
const place = sql`(${rankOf(memberships.role)}, ${users.name}, ${memberships.id})`

const placeOf = (membershipId: string) =>
  sql`(select ${rankOf(sql`l.role`)}, p.name, l.id from memberships l join users p on p.id = l.user_id where l.id = ${membershipId})`

/** People of this branch and of all branches, by role and name. @throws NOT_FOUND when `after` is gone */
export function listStaff(ctx: StaffCtx, { limit, after }: PageQuery): Promise<StaffList> {
  return ctx.tx(async (tx) => {
    await requirePlace(tx, memberships.id, after)
    const rows = await tx.db
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
      .where(
        and(
          or(isNull(memberships.branchId), eq(memberships.branchId, ctx.actor.branchId)),
          after ? sql`${place} > ${placeOf(after)}` : undefined,
        ),
      )
      .orderBy(rankOf(memberships.role), asc(users.name), asc(memberships.id))
      .limit(limit + 1)
    const { shown, next } = takePage(rows, limit, ({ membershipId }) => membershipId)
    return {
      next,
      members: shown.map(({ branchId, disabledAt, userDisabledAt, role, ...member }) => ({
        ...member,
        role,
        allBranches: branchId === null,
        disabled: disabledAt !== null || userDisabledAt !== null,
      })),
    }
  })
}
