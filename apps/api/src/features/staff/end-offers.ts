import { assignableRoles, can, type Role } from '@repo/auth/policy'
import type { JournalEntry, Tx } from '@repo/db'
import { deviceKeys, invitations, memberships } from '@repo/db/schema'
import { and, eq, gt, inArray, isNull, or } from 'drizzle-orm'
import { toInstant } from '../../security/family-lifetimes.ts'
import type { Member } from './lock-member.ts'

type At = { branchId: string; now: Date }
type Standing = { role: Role; branchId: string | null }

/**
 * Ends the invitations and device keys of this branch that their maker may no longer make, and returns the events
 * to append. A maker who is only shut out may be let back in, and then their offers hold again.
 */
export async function endOffers(tx: Tx, { branchId, now }: At, { userId }: Member): Promise<JournalEntry[]> {
  const isHere = or(isNull(memberships.branchId), eq(memberships.branchId, branchId))
  const standing = await tx.db
    .select({ role: memberships.role, branchId: memberships.branchId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), isHere))
  const instant = toInstant(now.getTime())
  const withdrawn = await endInvitations(tx, userId, standing, instant)
  const mayPair = standing.some(({ role }) => can(role, 'device:manage'))
  const revoked = mayPair ? [] : await endDeviceKeys(tx, userId, instant)
  return [
    ...withdrawn.map((payload) => entry('staff.invitation_withdrawn', payload)),
    ...revoked.map((payload) => entry('device_key.revoked', payload)),
  ]
}

async function endInvitations({ db }: Tx, userId: string, standing: Standing[], instant: string) {
  const waiting = await db
    .select({ id: invitations.id, role: invitations.role, allBranches: invitations.allBranches })
    .from(invitations)
    .where(
      and(
        eq(invitations.invitedBy, userId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, instant),
      ),
    )
  const mayGive = ({ role, allBranches }: (typeof waiting)[number]) =>
    standing.some(
      (own) => assignableRoles(own.role).includes(role) && (own.branchId === null || !allBranches),
    )
  const over = waiting.filter((offer) => !mayGive(offer)).map(({ id }) => id)
  return db
    .update(invitations)
    .set({ revokedAt: instant })
    .where(and(inArray(invitations.id, over), isNull(invitations.acceptedAt)))
    .returning({ invitationId: invitations.id })
}

const endDeviceKeys = ({ db }: Tx, userId: string, instant: string) =>
  db
    .update(deviceKeys)
    .set({ revokedAt: instant })
    .where(
      and(eq(deviceKeys.createdBy, userId), isNull(deviceKeys.revokedAt), gt(deviceKeys.expiresAt, instant)),
    )
    .returning({ keyId: deviceKeys.id })

const entry = (kind: string, payload: Record<string, string>): JournalEntry => ({
  audience: 'organization',
  kind,
  payload,
})
