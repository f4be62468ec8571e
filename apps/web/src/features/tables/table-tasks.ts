import type { DiningTable, TableBoard } from '@repo/schemas/contract'
import { ticketAge } from '@repo/schemas/rules'

export type Session = NonNullable<DiningTable['session']>
export type Guest = Session['guests'][number]
export type BoardOrder = Session['orders'][number]
export type BoardDish = BoardOrder['dishes'][number]
export type Call = Session['calls'][number]

/** One thing that somebody at a table waits for. `since` is when the waiting began. */
export type Task = { id: string; since: string } & (
  | { kind: 'guest'; guest: Guest }
  | { kind: 'confirm'; order: BoardOrder }
  | { kind: 'call'; call: Call }
  | { kind: 'taken'; call: Call }
  | { kind: 'ready'; order: BoardOrder; dishes: BoardDish[] }
  | { kind: 'late'; order: BoardOrder; dishes: BoardDish[] }
)
export type TableTask = Task & { table: DiningTable; session: Session }

/** What staff can do at once comes first, then what the kitchen owes, then what a colleague has taken. */
const rank = { guest: 0, confirm: 0, call: 0, ready: 0, late: 1, taken: 2 }

const byWaiting = (a: Task, b: Task): number =>
  rank[a.kind] - rank[b.kind] || Date.parse(a.since) - Date.parse(b.since)

/** What one table waits for, the longest wait first. */
export function tableTasks(session: Session, now: Date, targetMinutes: number): Task[] {
  const asking = session.guests
    .filter(({ state }) => state === 'pending')
    .map((guest): Task => ({ kind: 'guest', id: guest.id, since: guest.joinedAt, guest }))
  const calls = session.calls.map(
    (call): Task => ({
      kind: call.state === 'open' ? 'call' : 'taken',
      id: call.id,
      since: call.calledAt,
      call,
    }),
  )
  const orders = session.orders.flatMap((order) => orderTasks(order, now, targetMinutes))
  return [...asking, ...calls, ...orders].sort(byWaiting)
}

function orderTasks(order: BoardOrder, now: Date, targetMinutes: number): Task[] {
  const { id, placedAt: since } = order
  if (order.state === 'pending') return [{ kind: 'confirm', id, since, order }]
  const tasks: Task[] = []
  const ready = order.dishes.filter(({ state }) => state === 'ready')
  const [first] = ready.map(({ stateSince }) => stateSince).sort()
  if (first) tasks.push({ kind: 'ready', id: `${id} ready`, since: first, order, dishes: ready })
  const owed = order.dishes.filter(({ state }) => isCooking(state))
  if (owed.length > 0 && ticketAge(new Date(since), now, targetMinutes) === 'late')
    tasks.push({ kind: 'late', id: `${id} late`, since, order, dishes: owed })
  return tasks
}

export const isCooking = (state: BoardDish['state']): boolean =>
  state === 'confirmed' || state === 'preparing'

/** What the whole room waits for, in the order to go about it. */
export function roomTasks({ tables, targetMinutes }: TableBoard, now: Date): TableTask[] {
  return tables
    .flatMap((table) => {
      const { session } = table
      return session
        ? tableTasks(session, now, targetMinutes).map((task) => ({ ...task, table, session }))
        : []
    })
    .sort(byWaiting)
}

/** How many of them wait for a first move by staff. */
export const countWaiting = (tasks: readonly Task[]): number =>
  tasks.filter(({ kind }) => kind !== 'taken').length
