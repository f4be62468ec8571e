import type { TableLookUp } from '@repo/schemas/contract'
import type { Ctx } from '../../http/ctx.ts'
import { findTable } from './find-table.ts'

/** Names the table behind a sticker, and reveals nothing about who sits there. @throws NOT_FOUND */
export async function lookUpTable(
  ctx: Ctx,
  path: { branchSlug: string; tableCode: string },
): Promise<TableLookUp> {
  const { branchSlug, branchName, tableCode, tableLabel } = await findTable(ctx.deps, path)
  return { branchSlug, branchName, tableCode, tableLabel }
}
