import type { Tx } from '@repo/db'
import { diningTables } from '@repo/db/schema'
import { and, eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { FoundTable } from './find-table.ts'
import { lockSticker } from './lock-sticker.ts'

/** Keeps the table's sticker from being replaced until the transaction ends. @throws NOT_FOUND when it just was */
export async function holdSticker(tx: Tx, { tableId, tableCode }: FoundTable): Promise<void> {
  const isCurrent = and(eq(diningTables.id, tableId), eq(diningTables.code, tableCode))
  const [, current] = await Promise.all([
    lockSticker(tx, tableId, 'shared'),
    tx.db.select({ id: diningTables.id }).from(diningTables).where(isCurrent),
  ])
  if (current.length === 0) throw new ApiError('NOT_FOUND')
}
