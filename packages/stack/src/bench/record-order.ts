import { loadEnv } from '@repo/config'
import { connect } from '@repo/db'
import { pino } from 'pino'
// By path, because the API depends on this package.
import { createApp } from '../../../../apps/api/src/app.ts'
import { createDeps } from '../../../../apps/api/src/create-deps.ts'
import type { OrderBody } from './compose-order.ts'

export type Statement = { text: string; parameters: unknown[] }

/** Places an order through the API in this process and returns the statements that reached PostgreSQL, in their order. */
export async function recordOrder(
  source: Record<string, string>,
  token: string,
  body: OrderBody,
): Promise<Statement[]> {
  const env = loadEnv('api', source, 'production')
  const database = connect({ url: env.DATABASE_URL, poolMax: 1 })
  const deps = createDeps({ env, mode: 'production', database, log: pino({ level: 'silent' }) })
  const app = createApp(deps)
  const place = async () => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const response = await app.request('/api/customer/orders', { method: 'POST', headers, body: JSON.stringify(body) })
    if (response.status !== 201) throw new Error(`the order was refused: ${await response.text()}`)
  }
  try {
    // The first one also asks PostgreSQL for its types.
    await place()
    const recorded: Statement[] = []
    const debug = (_connection: number, text: string, parameters: unknown[]) =>
      void recorded.push({ text, parameters: [...parameters] })
    Object.assign(database.options, { debug })
    await place()
    return recorded.filter(({ text }) => !/^(begin|commit)\b/.test(text.trim()))
  } finally {
    deps.hub.close()
    await database.end()
  }
}
