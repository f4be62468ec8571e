import { uuidv7 } from '@repo/auth'
import type { Database } from '@repo/db'
import type { Statement } from './record-order.ts'

/** What was recorded, split where the API has to wait: it writes what it has read. */
export type Replay = { reads: Statement[]; writes: Statement[] }

export function toReplay(statements: readonly Statement[]): Replay {
  const firstWrite = statements.findIndex(({ text }) => text.includes('insert into orders '))
  if (firstWrite < 1) throw new Error('the recorded order was not written')
  return { reads: statements.slice(0, firstWrite), writes: statements.slice(firstWrite) }
}

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same order at another seat: ids in `seat` are exchanged, those in `kept` stay, and every other one is new. */
export function freshen(
  { reads, writes }: Replay,
  seat: ReadonlyMap<string, string>,
  kept: ReadonlySet<string>,
): Replay {
  const fresh = new Map(seat)
  const exchange = (id: string): string => {
    if (kept.has(id)) return id
    const known = fresh.get(id)
    if (known !== undefined) return known
    const made = uuidv7()
    fresh.set(id, made)
    return made
  }
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change)
    return typeof value === 'string' ? value.replace(uuids, exchange) : value
  }
  const changed = ({ text, parameters }: Statement) => ({ text, parameters: parameters.map(change) })
  return { reads: reads.map(changed), writes: writes.map(changed) }
}

/** One transaction, prepared and pipelined. */
export async function replayOrder(database: Database, { reads, writes }: Replay): Promise<void> {
  await database.begin(async (sql) => {
    const send = ({ text, parameters }: Statement) =>
      sql.unsafe(text, parameters as never[], { prepare: true })
    await Promise.all(reads.map(send))
    await Promise.all(writes.map(send))
  })
}
