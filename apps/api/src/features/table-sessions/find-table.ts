import { ApiError } from '../../http/api-error.ts'
import type { Deps } from '../../http/deps.ts'

export type FoundTable = {
  organizationId: string
  branchId: string
  tableId: string
  tableLabel: string
  tableCode: string
  branchSlug: string
  branchName: string
}

/** The table that a sticker stands for. @throws NOT_FOUND */
export async function findTable(
  { gateway }: Deps,
  { branchSlug, tableCode }: { branchSlug: string; tableCode: string },
): Promise<FoundTable> {
  const [table] = await gateway.lookup<FoundTable[]>`
    select organization_id as "organizationId", branch_id as "branchId", table_id as "tableId",
      table_label as "tableLabel", table_code as "tableCode", branch_slug as "branchSlug", branch_name as "branchName"
    from app.find_table(${branchSlug}, ${tableCode})`
  if (!table) throw new ApiError('NOT_FOUND')
  return table
}
