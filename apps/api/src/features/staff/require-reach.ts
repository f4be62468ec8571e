import { assignableRoles, type Role } from '@repo/auth/policy'
import type { Tx } from '@repo/db'
import { memberships } from '@repo/db/schema'
import { and, eq, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffActor } from '../../http/ctx.ts'

/** @throws FORBIDDEN unless the actor may give each of these roles and, where required, works in every branch */
export async function requireReach(
  { db }: Tx,
  actor: StaffActor,
  { roles, allBranches }: { roles: readonly Role[]; allBranches: boolean },
): Promise<void> {
  const own = assignableRoles(actor.role)
  if (roles.some((role) => !own.includes(role))) throw new ApiError('FORBIDDEN')
  if (!allBranches) return
  const everywhere = and(eq(memberships.id, actor.membershipId), isNull(memberships.branchId))
  if ((await db.$count(memberships, everywhere)) === 0) throw new ApiError('FORBIDDEN')
}
