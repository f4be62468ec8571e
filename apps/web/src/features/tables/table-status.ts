import type { DiningTable } from '@repo/schemas/contract'
import { isCooking, type Session, type Task, tableTasks } from './table-tasks.ts'

/** The one thing that a table's badge says: what it waits for longest, or else how far the meal is. */
export type TableStatus =
  | { kind: 'free' }
  | { kind: 'choosing' | 'cooking' | 'eating'; since: string }
  | { kind: 'task'; task: Task }

export function tableStatus({ session }: DiningTable, now: Date, targetMinutes: number): TableStatus {
  if (!session) return { kind: 'free' }
  const [task] = tableTasks(session, now, targetMinutes)
  return task ? { kind: 'task', task } : mealStatus(session)
}

function mealStatus({ openedAt, orders }: Session): TableStatus {
  const placed = orders.filter(({ state }) => state !== 'cancelled')
  const cooking = placed.find(({ dishes }) => dishes.some(({ state }) => isCooking(state)))
  if (cooking) return { kind: 'cooking', since: cooking.placedAt }
  const served = placed
    .flatMap(({ dishes }) => dishes.map(({ stateSince }) => stateSince))
    .sort()
    .at(-1)
  return served ? { kind: 'eating', since: served } : { kind: 'choosing', since: openedAt }
}
