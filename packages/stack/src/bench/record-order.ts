import { readFile } from 'node:fs/promises'
import postgres from 'postgres'
import type { BenchServer } from './bench-server.ts'
import { type OrderBody, placeOrder } from './compose-order.ts'
import { readStatements, type Statement } from './read-statements.ts'

export const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

export type RecordedOrder = {
  /** What the order sent to PostgreSQL, in its order, without `begin` and `commit`. */
  statements: Statement[]
  /** Ids that the guest's next order would not have. */
  freshIds: ReadonlySet<string>
}

/** Places two orders through an API whose statements PostgreSQL logs, and returns what is new in the second. */
export async function recordOrder(
  server: BenchServer,
  token: string,
  body: OrderBody,
): Promise<RecordedOrder> {
  const admin = postgres(server.adminUrl, { max: 1, onnotice: () => {} })
  await admin`alter role restai_app set log_statement = 'all'`
  const api = await server.startApi({ DATABASE_POOL_MAX: '1' })
  try {
    const place = async () => {
      const before = (await readFile(server.postgresLog, 'utf8')).length
      await placeOrder(api.port, token, body)
      return readStatements((await readFile(server.postgresLog, 'utf8')).slice(before))
    }
    const earlierIds = new Set(idsOf(await place()))
    const statements = await place()
    return { statements, freshIds: new Set(idsOf(statements).filter((id) => !earlierIds.has(id))) }
  } finally {
    await api.stop()
    await admin`alter role restai_app reset log_statement`
    await admin.end()
  }
}

const idsOf = (statements: readonly Statement[]): string[] =>
  JSON.stringify(statements.map(({ parameters }) => parameters)).match(uuids) ?? []
