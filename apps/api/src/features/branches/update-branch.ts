import { branches, tableSessions } from '@repo/db/schema'
import type { Branch, UpdateBranchInput } from '@repo/schemas/contract'
import { and, eq, sql } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
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
    const [updated, open] = await Promise.all([
      readBranch(tx, branchId),
      tx.db
        .select({ id: tableSessions.id })
        .from(tableSessions)
        .where(and(eq(tableSessions.branchId, branchId), eq(tableSessions.state, 'open'))),
    ])
    const event = { kind: 'branch.changed', payload: { orderingPaused: updated.orderingPaused } }
    await tx.append(
      [
        { audience: 'branch', ...event },
        ...open.map(({ id }) => ({ audience: 'session' as const, sessionId: id, ...event })),
      ],
      ctx.author,
    )
    return updated
  })
  ctx.deps.menuCache.invalidate(branchId)
  return branch
}
