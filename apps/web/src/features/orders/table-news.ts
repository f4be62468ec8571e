import type { Order, OrderLine } from '@repo/schemas/contract'

export type TableNews =
  | { kind: 'none' | 'pending' | 'received' | 'cooking' | 'served' }
  | { kind: 'ready'; dishes: string[] }
  | { kind: 'refused'; reason: string | null }

/** The one thing to know about the table now, and how many dishes are still to come after it. */
export function tableNews(
  orders: readonly Order[],
  ownId: string | undefined,
): { news: TableNews; toCome: number } {
  const lines = orders.flatMap(({ lines, guestId }) =>
    lines.map((line) => ({ ...line, isOwn: guestId === ownId })),
  )
  const inState = (...states: OrderLine['state'][]) => lines.filter(({ state }) => states.includes(state))
  const ready = inState('ready').toSorted((a, b) => Number(b.isOwn) - Number(a.isOwn))
  const toCome = count(inState('pending', 'confirmed', 'preparing'))
  const latest = orders.at(-1)
  const kind = (): TableNews => {
    if (!latest) return { kind: 'none' }
    if (latest.state === 'cancelled') return { kind: 'refused', reason: latest.refusalReason }
    if (ready.length > 0) return { kind: 'ready', dishes: ready.map(({ name }) => name) }
    if (inState('preparing').length > 0) return { kind: 'cooking' }
    if (inState('pending').length > 0) return { kind: 'pending' }
    return { kind: inState('confirmed').length > 0 ? 'received' : 'served' }
  }
  return { news: kind(), toCome }
}

const count = (lines: readonly OrderLine[]): number => lines.reduce((sum, { quantity }) => sum + quantity, 0)
