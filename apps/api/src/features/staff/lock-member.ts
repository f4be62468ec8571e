import type { Role } from '@repo/auth/policy'
import type { Tx } from '@repo/db'
import { memberships } from '@repo/db/schema'
import { asc, inArray } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffActor } from '../../http/ctx.ts'
import { requireReach } from './require-reach.ts'

export type Member = { id: string; userId: string; role: Role; branchId: string | null }

/**
 * Locks a colleague's membership and the actor's own, so that when two change each other, one comes too late: an
 * organization keeps an owner. @throws NOT_FOUND, FORBIDDEN for oneself and for anyone above
 */
export async function lockMember(tx: Tx, actor: StaffActor, membershipId: string): Promise<Member> {
  const rows = await tx.db
    .select()
    .from(memberships)
    .where(inArray(memberships.id, [membershipId, actor.membershipId]))
    .orderBy(asc(memberships.id))
    .for('update')
  const member = rows.find(({ id }) => id === membershipId)
  const own = rows.find(({ id }) => id === actor.membershipId)
  if (!member || (member.branchId !== null && member.branchId !== actor.branchId))
    throw new ApiError('NOT_FOUND')
  if (member.userId === actor.userId || own?.role !== actor.role || own.disabledAt !== null)
    throw new ApiError('FORBIDDEN')
  const role = member.role
  await requireReach(tx, actor, { roles: [role], allBranches: member.branchId === null })
  return { id: member.id, userId: member.userId, role, branchId: member.branchId }
}
