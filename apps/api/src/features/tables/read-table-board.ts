import { actorKind } from '@repo/auth'
import { can } from '@repo/auth/policy'
import type { TableBoard } from '@repo/schemas/contract'
import { ApiError } from '../../http/api-error.ts'
import type { BranchCtx } from '../../http/ctx.ts'
import { branchStream, formatCursor } from '../../live/cursor.ts'
import { chooseLocale } from '../menu/choose-locale.ts'
import { loadBoardRows } from './load-board-rows.ts'
import { toBoardSessions } from './to-board-sessions.ts'

/** Every table of the branch and who and what is on it; `cursor` was read first, so events after it are never missed. */
export function readTableBoard(ctx: BranchCtx, wanted: string | undefined): Promise<TableBoard> {
  const { branchId } = ctx.actor
  const stream = branchStream(branchId)
  return ctx.tx(async (tx) => {
    const [head] = await tx.heads([stream])
    const rows = await loadBoardRows(tx, branchId)
    const [branch] = rows.branch
    if (!branch) throw new ApiError('NOT_FOUND')
    const { defaultLocale, currency, targetMinutes } = branch
    const sessions = toBoardSessions(rows, chooseLocale(branch, wanted), defaultLocale)
    const seesCode = can(actorKind(ctx.actor), 'table:manage')
    return {
      cursor: formatCursor(stream, head),
      serverTime: ctx.now.toISOString(),
      currency,
      targetMinutes,
      tables: rows.tables.map(({ id, label, area, seats, shape, position, code }) => ({
        id,
        label,
        area,
        seats,
        shape,
        position,
        code: seesCode ? code : null,
        session: sessions.get(id) ?? null,
      })),
    }
  })
}
