import { timeout } from '@repo/config/limits'
import postgres from 'postgres'
import { databaseTls } from './database-tls.ts'

export type ConnectOptions = { url: string; poolMax: number; applicationName?: string }
export type Database = postgres.Sql<{ int8: number }>

/**
 * Opens a pool, with verified TLS to any other machine. Instants are read as ISO 8601 strings in UTC, bigint as safe integers, and JSON is serialized by the caller
 * as text, which is what Drizzle sends as well.
 */
export function connect({ url, poolMax, applicationName = 'restai' }: ConnectOptions): Database {
  return postgres(url, {
    max: poolMax,
    idle_timeout: 300,
    max_lifetime: 3600,
    connect_timeout: 5,
    ...databaseTls(url),
    onnotice: () => {},
    connection: {
      application_name: applicationName,
      statement_timeout: timeout.statementMs,
      lock_timeout: timeout.lockMs,
      transaction_timeout: timeout.transactionMs,
      idle_in_transaction_session_timeout: timeout.idleTransactionMs,
    },
    types: {
      int8: { to: 20, from: [20], serialize: String, parse: Number },
      instant: {
        to: 1184,
        from: [1184],
        serialize: (instant: string) => instant,
        parse: (text: string) => new Date(text).toISOString(),
      },
      json: { to: 114, from: [114], serialize: (text: string) => text, parse: JSON.parse },
      jsonb: { to: 3802, from: [3802], serialize: (text: string) => text, parse: JSON.parse },
    },
  }) as unknown as Database
}
