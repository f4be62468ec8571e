import { branches } from '@repo/db/schema'
import type { Branch, UpdateBranchInput } from '@repo/schemas/contract'
import { eq, sql } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { tellTables } from '../menu/tell-tables.ts'
import { readBranch } from './read-branch.ts'

/** Changes what the input names. Menus show some of it, so their version rises, and open tables are told. */
export async function updateBranch(ctx: StaffCtx, input: UpdateBranchInput): Promise<Branch> {
  const { branchId } = ctx.actor
  const { accent, ...changes } = input
  const branch = await ctx.tx(async (tx) => {
    await tx.db
      .update(branches)
      .set({
        ...changes,
        ...(accent && { accentHue: accent.hue, accentChroma: accent.chroma }),
        menuVersion: sql`${branches.menuVersion} + 1`,
      })
      .where(eq(branches.id, branchId))
    const updated = await readBranch(tx, branchId)
    const { orderingPaused } = updated
    await tellTables(tx, ctx, { kind: 'branch.changed', payload: { orderingPaused } })
    return updated
  })
  ctx.deps.menuCache.invalidate(branchId)
  return branch
}
