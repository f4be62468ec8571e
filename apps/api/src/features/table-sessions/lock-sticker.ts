import type { Tx } from '@repo/db'

/** Joining with a table's sticker (`shared`) and replacing it (`exclusive`) wait for each other to commit. */
export async function lockSticker({ sql }: Tx, tableId: string, mode: 'shared' | 'exclusive'): Promise<void> {
  const key = `sticker|${tableId}`
  await (mode === 'shared'
    ? sql`select pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`
    : sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
