import type { Tx } from '@repo/db'
import { eq } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { ApiError } from './api-error.ts'

/**
 * Makes sure that the item a page starts after still exists: without it there is no place to continue from, and an empty
 * page would mean that the list had ended. @throws NOT_FOUND, upon which a reader starts again with the first page
 */
export async function requirePlace({ db }: Tx, id: PgColumn, after: string | undefined): Promise<void> {
  if (after === undefined || (await db.$count(id.table, eq(id, after))) > 0) return
  throw new ApiError('NOT_FOUND', { detail: 'The item that the page starts after is gone' })
}
