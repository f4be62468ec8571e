import { organizations } from '@repo/db/schema'
import type { OrganizationSettings, UpdateOrganizationInput } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { requireReach } from '../staff/require-reach.ts'

/**
 * Changes the rules of the organization. Owners without a second factor can then do nothing but enrol one.
 * @throws FORBIDDEN for an owner of one branch: the rules hold in all of them
 */
export function updateOrganization(
  ctx: StaffCtx,
  { requireTwoFactor }: UpdateOrganizationInput,
): Promise<OrganizationSettings> {
  return ctx.tx(async (tx) => {
    await requireReach(tx, ctx.actor, { roles: [], allBranches: true })
    const [row] = await tx.db
      .update(organizations)
      .set({ requireTwoFactor })
      .where(eq(organizations.id, ctx.actor.organizationId))
      .returning({ name: organizations.name, requireTwoFactor: organizations.requireTwoFactor })
    if (!row) throw new ApiError('NOT_FOUND')
    await tx.append(
      [{ audience: 'organization', kind: 'organization.changed', payload: { requireTwoFactor } }],
      ctx.author,
    )
    return row
  })
}
