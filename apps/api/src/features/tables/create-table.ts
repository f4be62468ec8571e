import { randomCode, uuidv7 } from '@repo/auth'
import { code } from '@repo/config/limits'
import { diningTables } from '@repo/db/schema'
import type { CreateTableInput, TableSticker } from '@repo/schemas/contract'
import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { fieldError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'

/** Adds a table after the others, with its own sticker. @throws LABEL_TAKEN */
export function createTable(ctx: StaffCtx, input: CreateTableInput): Promise<z.infer<typeof TableSticker>> {
  const { organizationId, branchId } = ctx.actor
  return ctx.tx(async (tx) => {
    const last = tx.db
      .select({ position: sql`coalesce(max(${diningTables.position}), -1) + 1` })
      .from(diningTables)
      .where(eq(diningTables.branchId, branchId))
    const [table] = await tx.db
      .insert(diningTables)
      .values({
        id: uuidv7(),
        organizationId,
        branchId,
        ...input,
        position: sql`(${last})`,
        code: randomCode(code.tableLengthChars),
      })
      .onConflictDoNothing({ target: [diningTables.branchId, diningTables.label] })
      .returning({ id: diningTables.id, label: diningTables.label, code: diningTables.code })
    if (!table) throw fieldError('LABEL_TAKEN', 'label', 'is already the name of a table')
    await tx.append(
      [{ audience: 'branch', kind: 'table.created', payload: { tableId: table.id } }],
      ctx.author,
    )
    return table
  })
}
