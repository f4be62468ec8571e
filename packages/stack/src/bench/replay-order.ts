import { uuidv7 } from '@repo/auth'
import type { Database } from '@repo/db'
import type { Statement } from './read-statements.ts'
import { type RecordedOrder, uuids } from './record-order.ts'

/** The statements of one order, split where the API has to wait: it writes what it has read. */
export type Replay = { reads: Statement[]; writes: Statement[] }

/** The recorded order once more: with new ids where it made some, and those of `seat` exchanged. */
export function toReplay({ statements, freshIds }: RecordedOrder, seat: ReadonlyMap<string, string>): Replay {
  const made = new Map(Array.from(freshIds, (id) => [id, uuidv7()]))
  const exchange = (id: string) => made.get(id) ?? seat.get(id) ?? id
  const changed = statements.map(({ text, parameters }) => ({
    text,
    parameters: parameters.map((value) => value?.replace(uuids, exchange) ?? null),
  }))
  const firstWrite = changed.findIndex(({ text }) => text.includes('insert into orders '))
  if (firstWrite < 1) throw new Error('the recorded order was not written')
  return { reads: changed.slice(0, firstWrite), writes: changed.slice(firstWrite) }
}

/** One transaction, prepared and pipelined. */
export async function replayOrder(database: Database, { reads, writes }: Replay): Promise<void> {
  await database.begin(async (sql) => {
    const send = ({ text, parameters }: Statement) => sql.unsafe(text, parameters, { prepare: true })
    await Promise.all(reads.map(send))
    await Promise.all(writes.map(send))
  })
}
