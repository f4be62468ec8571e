'use client'

import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast-store.ts'
import { type LineMove, undoMoves } from './line-moves.ts'
import { useLive } from './live-branch.tsx'
import { moveLines, readOrder, serveMoves } from './staff-orders.ts'
import { useVerb } from './use-verb.ts'

/** Takes dishes out to the table, with six seconds to take that back. */
export function useServe() {
  const t = useTranslations('staffBoard')
  const { branch } = useLive()
  const undo = useVerb()

  async function serve(order: { id: string; tableLabel: string }, wanted?: LineMove[]): Promise<void> {
    const key = { branchId: branch.id, orderId: order.id }
    const moves = wanted ?? serveMoves(await readOrder(key))
    if (moves.length === 0) return
    await moveLines(key, moves)
    toast({
      message: t('taken', { table: order.tableLabel, count: moves.length }),
      undo: { label: t('undo'), run: () => void undo.run(() => moveLines(key, undoMoves(moves))) },
    })
  }
  return serve
}
