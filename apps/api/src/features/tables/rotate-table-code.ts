import { randomCode } from '@repo/auth'
import { code } from '@repo/config/limits'
import type { JournalEntry, Tx } from '@repo/db'
import { diningTables, guests } from '@repo/db/schema'
import type { TableSticker } from '@repo/schemas/contract'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { tableEvent } from '../../live/table-event.ts'
import { organizationEntry } from '../../security/audit-entry.ts'
import { lockSticker } from '../table-sessions/lock-sticker.ts'
import { openSessionOf } from '../table-sessions/open-session.ts'

/**
 * Gives a table a new code: the old sticker stops opening sessions at once. Guests who sit there stay; waiting ones came
 * with the old one, and would see the new one. @throws NOT_FOUND
 */
export function rotateTableCode(ctx: StaffCtx, tableId: string): Promise<z.infer<typeof TableSticker>> {
  return ctx.tx(async (tx) => {
    await lockSticker(tx, tableId, 'exclusive')
    const refused = await refuseWaiting(tx, tableId, ctx.now)
    const [table] = await tx.db
      .update(diningTables)
      .set({ code: randomCode(code.tableLengthChars) })
      .where(eq(diningTables.id, tableId))
      .returning({ id: diningTables.id, label: diningTables.label, code: diningTables.code })
    if (!table) throw new ApiError('NOT_FOUND')
    await tx.append(
      [
        { audience: 'branch', kind: 'table.code_rotated', payload: { tableId } },
        ...refused,
        organizationEntry('table.code_rotated', { branchId: ctx.actor.branchId, tableId }),
      ],
      ctx.author,
    )
    return table
  })
}

async function refuseWaiting(tx: Tx, tableId: string, now: Date): Promise<JournalEntry[]> {
  const [session] = await openSessionOf(tx, tableId).for('update')
  if (!session) return []
  const refused = await tx.db
    .update(guests)
    .set({ state: 'refused', stateChangedAt: now.toISOString() })
    .where(and(eq(guests.sessionId, session.id), eq(guests.state, 'pending')))
    .returning({ guestId: guests.id })
  return refused.flatMap(({ guestId }) =>
    tableEvent(session.id, 'guest.moved', { guestId, state: 'refused' }),
  )
}
