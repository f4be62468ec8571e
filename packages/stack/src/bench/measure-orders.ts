import { connect, type Database } from '@repo/db'
import type { BenchServer } from './bench-server.ts'
import { composeOrder, type OrderBody, orderHeaders } from './compose-order.ts'
import { httpRequest } from './http-request.ts'
import { type BenchTable, insertBenchBranch } from './insert-bench-branch.ts'
import { issueTokens } from './issue-tokens.ts'
import { keepAliveLoad } from './keep-alive-load.ts'
import { type RecordedOrder, recordOrder } from './record-order.ts'
import { type Replay, replayOrder, toReplay } from './replay-order.ts'
import { atLeast, type Row } from './row.ts'
import { median } from './statistics.ts'

const tableCount = 20
const rounds = 5
const ordersPerTable = 60
/** A guest may place ten a minute. */
const ordersPerGuest = 8
const poolMax = 10

/** So that no limit answers. One more round warms up, and one more guest is the recorder. */
const guestsPerTable = Math.ceil(((rounds + 1) * ordersPerTable) / ordersPerGuest) + 1

/** Orders through the API, one table per connection, against the same statements by bare postgres.js. */
export async function measureOrders(server: BenchServer): Promise<Row> {
  const { slug, tables } = await insertBenchBranch(server.adminUrl, { tables: tableCount, guestsPerTable })
  const api = await server.startApi()
  const database = connect({ url: server.databaseUrl, poolMax })
  const admin = connect({ url: server.adminUrl, poolMax: 1 })
  // A table takes no more orders than its guests can wait for, so each round's are served before the next. Then PostgreSQL
  // looks after its tables, as it does every minute: until it has, foreign keys are checked by plans for empty tables.
  const settle = async () => {
    await admin`update orders set state = 'served' where state <> 'served'`
    await admin`vacuum analyze`
  }
  try {
    const tokens = await Promise.all(
      tables.map(({ guests }) => issueTokens(server.jwtSecret, 'customer', guests)),
    )
    const recorder = tokens[0]?.at(-1) ?? ''
    const body = await composeOrder(api.port, slug, recorder)
    const recorded = await recordOrder(server, recorder, body)

    const perSecond: { api: number; bare: number }[] = []
    for (let round = 0; round <= rounds; round += 1) {
      await settle()
      const bare = await placeBare(database, bareOrders(recorded, tables, round))
      await settle()
      const requests = apiOrders(tokens, body, round)
      const load = await keepAliveLoad({
        port: api.port,
        connections: tables.length,
        next: (connection) => requests[connection]?.shift(),
      })
      if (round > 0) perSecond.push({ api: load.perSecond, bare })
    }
    const middle = (who: 'api' | 'bare') => Math.round(median(perSecond.map((pair) => pair[who])))
    return atLeast(
      `order POST, ${tables.length} at once ÷ the same SQL, bare`,
      0.5,
      median(perSecond.map(({ api, bare }) => api / bare)),
      `${middle('api')} ÷ ${middle('bare')} a second`,
    )
  } finally {
    await Promise.all([api.stop(), database.end(), admin.end()])
  }
}

const guestOf = (round: number, order: number) =>
  Math.floor((round * ordersPerTable + order) / ordersPerGuest)

function apiOrders(tokens: string[][], body: OrderBody, round: number): Buffer[][] {
  return tokens.map((ofTable) =>
    Array.from({ length: ordersPerTable }, (_, order) =>
      httpRequest('POST', '/api/customer/orders', orderHeaders(ofTable[guestOf(round, order)] ?? ''), body),
    ),
  )
}

function bareOrders(recorded: RecordedOrder, tables: readonly BenchTable[], round: number): Replay[][] {
  const recordedSeat = seatIds(tables[0], -1)
  return tables.map((table) =>
    Array.from({ length: ordersPerTable }, (_, order) => {
      const seat = seatIds(table, guestOf(round, order))
      return toReplay(recorded, new Map(recordedSeat.map((id, index) => [id, seat[index] ?? id])))
    }),
  )
}

function seatIds(table: BenchTable | undefined, guest: number): string[] {
  const found = table?.guests.at(guest)
  return table && found ? [table.tableId, table.sessionId, found.subject, found.familyId] : []
}

/** Orders a second, each table's one after the other and the tables at once. */
async function placeBare(database: Database, orders: readonly Replay[][]): Promise<number> {
  const startMs = performance.now()
  await Promise.all(
    orders.map(async (ofTable) => {
      for (const order of ofTable) await replayOrder(database, order)
    }),
  )
  return (orders.flat().length / (performance.now() - startMs)) * 1_000
}
