import type { Tx } from '@repo/db'
import { eq } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { ApiError } from './api-error.ts'

/**
 * Makes sure that the item which a page begins behind is still there: without it nobody knows where to go on, and an empty
 * page would say that the list had ended. @throws NOT_FOUND, upon which a reader begins with the first page again
 */
export async function requirePlace({ db }: Tx, id: PgColumn, after: string | undefined): Promise<void> {
  if (after === undefined || (await db.$count(id.table, eq(id, after))) > 0) return
  throw new ApiError('NOT_FOUND', { detail: 'The item that the page starts after is gone' })
}
