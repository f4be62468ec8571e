import { tableSession } from '@repo/config/limits'
import type { CheckSession } from '@repo/schemas/contract'
import type { z } from 'zod'
import type { Ctx } from '../../http/ctx.ts'
import { countGuests } from './count-guests.ts'
import { findTable } from './find-table.ts'
import { hasLapsed, openSessionOf } from './open-session.ts'

/**
 * Whether the table has a session, and whether a newcomer may ask to join it. A lapsed session counts as none.
 * @throws NOT_FOUND for an unknown table
 */
export async function checkSession(
  ctx: Ctx,
  path: { branchSlug: string; tableCode: string },
): Promise<z.infer<typeof CheckSession>> {
  const { organizationId, branchId, tableId } = await findTable(ctx.deps, path)
  return ctx.deps.gateway.run({ kind: 'public', organizationId, branchId, tableId }, async (tx) => {
    const [session] = await openSessionOf(tx, tableId)
    // Counted at a free table too, so that the duration reveals no more than the answer.
    const { pending } = await countGuests(tx, session?.id ?? tableId)
    if (!session || hasLapsed(session, ctx.now)) return { hasSession: false, joinable: false }
    return { hasSession: true, joinable: pending < tableSession.maxGuests }
  })
}
