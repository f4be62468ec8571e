import { loadEnv } from '@repo/config'
import { connect } from '@repo/db'
import { pino } from 'pino'
// By path, because the API depends on this package.
import { createApp } from '../../../../apps/api/src/app.ts'
import { createDeps } from '../../../../apps/api/src/create-deps.ts'
import { type OrderBody, orderHeaders } from './compose-order.ts'

export const uuids = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

export type Statement = { text: string; parameters: unknown[] }

export type RecordedOrder = {
  /** What reached PostgreSQL, in its order, without `begin` and `commit`. */
  statements: Statement[]
  /** Ids that the next order would not have. */
  freshIds: ReadonlySet<string>
}

/** Places two orders through the API in this process and tells their statements and ids apart. */
export async function recordOrder(
  source: Record<string, string>,
  token: string,
  body: OrderBody,
): Promise<RecordedOrder> {
  const env = loadEnv('api', source, 'production')
  const database = connect({ url: env.DATABASE_URL, poolMax: 1 })
  const deps = createDeps({ env, mode: 'production', database, log: pino({ level: 'silent' }) })
  const app = createApp(deps)
  const place = async () => {
    const response = await app.request('/api/customer/orders', {
      method: 'POST',
      headers: orderHeaders(token),
      body: JSON.stringify(body),
    })
    if (response.status !== 201) throw new Error(`the order was refused: ${await response.text()}`)
  }
  const recorded: Statement[] = []
  Object.assign(database.options, {
    debug: (_connection: number, text: string, parameters: unknown[]) =>
      void recorded.push({ text, parameters: [...parameters] }),
  })
  try {
    await place()
    const earlierIds = new Set(idsOf(recorded.splice(0)))
    await place()
    const statements = recorded.filter(({ text }) => !/^(begin|commit)\b/.test(text.trim()))
    const freshIds = new Set(idsOf(statements).filter((id) => !earlierIds.has(id)))
    return { statements, freshIds }
  } finally {
    deps.hub.close()
    await database.end()
  }
}

const idsOf = (statements: readonly Statement[]): string[] =>
  JSON.stringify(statements.map(({ parameters }) => parameters)).match(uuids) ?? []
