import { hashPassword, uuidv7 } from '@repo/auth'
import { invitations, memberships } from '@repo/db/schema'
import type { AcceptInvitationInput } from '@repo/schemas/contract'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { Ctx } from '../../http/ctx.ts'
import { organizationEntry } from '../../security/audit-entry.ts'
import { toInstant } from '../../security/family-lifetimes.ts'
import { beginSignIn } from '../accounts/begin-sign-in.ts'
import type { SignedIn } from '../accounts/grant-staff-access.ts'
import { insertUser } from '../accounts/insert-user.ts'
import { passwordErrors } from '../accounts/password-errors.ts'
import type { Visitor } from '../accounts/visitor.ts'
import { findInvitation } from './find-invitation.ts'

/**
 * Makes the invited person a member with a name and password of their own, once, and signs them in.
 * @throws LINK_INVALID, VALIDATION_FAILED, which leaves the link usable, EMAIL_TAKEN
 */
export async function acceptInvitation(
  ctx: Ctx,
  { token, name, password }: AcceptInvitationInput,
  visitor: Visitor,
): Promise<SignedIn> {
  const { deps, now } = ctx
  const { invitationId, organizationId, branchId, email, role } = await findInvitation(deps, token)
  const errors = passwordErrors(password, [email, name])
  if (errors.length > 0) throw new ApiError('VALIDATION_FAILED', { errors })
  const [userId, membershipId, familyId] = [uuidv7(), uuidv7(), uuidv7()]
  const passwordHash = await hashPassword(password)
  const nowIso = toInstant(now.getTime())
  const scope = { kind: 'staff', organizationId, branchId, userId, familyId } as const
  return deps.gateway.run(scope, async (tx) => {
    const [taken] = await tx.db
      .update(invitations)
      .set({ acceptedAt: nowIso })
      .where(
        and(
          eq(invitations.id, invitationId),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
          gt(invitations.expiresAt, nowIso),
        ),
      )
      .returning({ allBranches: invitations.allBranches })
    if (!taken) throw new ApiError('LINK_INVALID')
    await insertUser(tx, { id: userId, email, name, passwordHash })
    const reach = taken.allBranches ? null : branchId
    await tx.db
      .insert(memberships)
      .values({ id: membershipId, organizationId, userId, role, branchId: reach })
    const after = [organizationEntry('staff.created', { userId, membershipId, role })]
    return beginSignIn(tx, ctx, { userId, familyId, visitor, after })
  })
}
