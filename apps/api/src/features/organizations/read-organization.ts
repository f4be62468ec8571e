import { organizations } from '@repo/db/schema'
import type { OrganizationSettings } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'

/** The rules that every branch of the organization shares. */
export function readOrganization(ctx: StaffCtx): Promise<OrganizationSettings> {
  return ctx.tx(async ({ db }) => {
    const [row] = await db
      .select({ name: organizations.name, requireTwoFactor: organizations.requireTwoFactor })
      .from(organizations)
      .where(eq(organizations.id, ctx.actor.organizationId))
    if (!row) throw new ApiError('NOT_FOUND')
    return row
  })
}
