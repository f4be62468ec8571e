import { randomCode } from '@repo/auth'
import { code } from '@repo/config/limits'
import { diningTables } from '@repo/db/schema'
import type { TableSticker } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { organizationEntry } from '../../security/audit-entry.ts'

/** Gives a table a new code: the old sticker stops opening sessions at once. Guests who sit there stay. @throws NOT_FOUND */
export function rotateTableCode(ctx: StaffCtx, tableId: string): Promise<z.infer<typeof TableSticker>> {
  return ctx.tx(async (tx) => {
    const [table] = await tx.db
      .update(diningTables)
      .set({ code: randomCode(code.tableLengthChars) })
      .where(eq(diningTables.id, tableId))
      .returning({ id: diningTables.id, label: diningTables.label, code: diningTables.code })
    if (!table) throw new ApiError('NOT_FOUND')
    await tx.append(
      [
        { audience: 'branch', kind: 'table.code_rotated', payload: { tableId } },
        organizationEntry('table.code_rotated', { branchId: ctx.actor.branchId, tableId }),
      ],
      ctx.author,
    )
    return table
  })
}
