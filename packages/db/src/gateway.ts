import { timeout } from '@repo/config/limits'
import { PgDatabase, PgDialect, type PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { PostgresJsSession } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Database } from './connect.ts'

/** Whose rows exist in a transaction. Row-level security reads these settings; what is absent shows nothing. */
export type Scope =
  | { kind: 'public'; organizationId: string; branchId: string; tableId?: string; familyId?: string }
  | {
      kind: 'guest' | 'pending-guest'
      organizationId: string
      branchId: string
      tableSessionId: string
      tableId: string
      guestId: string
    }
  | { kind: 'staff'; organizationId: string; branchId: string; userId: string; familyId?: string }
  /** `subjectId` is the device, the activation key or the customer account that the transaction is about. */
  | { kind: 'kds' | 'pos'; organizationId: string; branchId: string; subjectId: string }
  | { kind: 'activation'; organizationId: string; branchId: string; subjectId: string; familyId: string }
  | { kind: 'customer'; organizationId: string; branchId: string; subjectId: string }
  | { kind: 'user'; userId: string; familyId?: string }
  | { kind: 'token'; familyId: string }
  | { kind: 'relay'; stream: string }
  | { kind: 'platform' }
  | { kind: 'webhooks'; organizationId: string; branchId: string }

export type JournalEntry = {
  audience: 'branch' | 'session' | 'organization' | 'platform'
  sessionId?: string
  kind: string
  payload?: Record<string, string | number | boolean | null>
}
export type StreamHead = { stream: string; epoch: number; seq: number }
export type Author = { actor: string; requestId: string }

/** One scoped transaction: Drizzle as `db`, and postgres.js' parameterised templates as `sql` for hot statements. */
export type Tx = {
  db: PgDatabase<PgQueryResultHKT, Record<string, never>>
  sql: postgres.TransactionSql<{ int8: number }>
  /** Goes on in another branch of the scope's organization. */
  enterBranch(branchId: string): Promise<void>
  /** Appends events to the journal; call it last. The streams are woken after the commit. */
  append(entries: JournalEntry[], author: Author): Promise<void>
  /** Heads of streams, to be read before the rows they describe. */
  heads(streams: string[]): Promise<StreamHead[]>
}

export type Gateway = {
  /**
   * Runs `work` in one transaction that sees the scope's rows only. Nothing is committed once the deadline is over.
   * @throws TooLate also when no connection became free in time
   */
  run<T>(scope: Scope, work: (tx: Tx) => Promise<T>, deadline?: { readonly over: boolean }): Promise<T>
  /** The pool, for look-ups before an identity is known and for jobs: SECURITY DEFINER functions only. */
  lookup: Database
  /** Transactions that run or wait for a connection. */
  readonly transactions: number
  onAppended(listener: (heads: StreamHead[]) => void): void
}

/** The caller has stopped waiting; nothing was changed. */
export class TooLate extends Error {}

const dialect = new PgDialect({ casing: 'snake_case' })

/** The only way to tenant rows: every read and write of them runs in a transaction with a scope. */
export function createGateway(database: Database): Gateway {
  const listeners: ((heads: StreamHead[]) => void)[] = []
  let transactions = 0
  return {
    get transactions() {
      return transactions
    },
    lookup: database,
    onAppended: (listener) => void listeners.push(listener),
    async run(scope, work, deadline) {
      const appended: StreamHead[] = []
      const queuedAtMs = performance.now()
      transactions += 1
      const begun = database.begin(async (sql) => {
        if (performance.now() - queuedAtMs > timeout.poolWaitMs) throw new TooLate()
        // Sent at once (queries are lazy), and pipelined: the first query of `work` follows before this one has answered.
        const scoped = applyScope(sql, scope).execute()
        const [, value] = await Promise.all([scoped, work(createTx(sql, appended))])
        if (deadline?.over) throw new TooLate()
        return value
      })
      const result = await begun.finally(() => {
        transactions -= 1
      })
      if (appended.length > 0) for (const listener of listeners) listener(appended)
      return result as Awaited<ReturnType<typeof work>>
    },
  }
}

function applyScope(sql: Tx['sql'], scope: Scope) {
  const s: Record<string, string | undefined> = scope
  return sql`select
    set_config('app.actor_kind', ${scope.kind}, true),
    set_config('app.organization_id', ${s.organizationId ?? ''}, true),
    set_config('app.branch_id', ${s.branchId ?? ''}, true),
    set_config('app.table_id', ${s.tableId ?? ''}, true),
    set_config('app.table_session_id', ${s.tableSessionId ?? ''}, true),
    set_config('app.guest_id', ${s.guestId ?? ''}, true),
    set_config('app.user_id', ${s.userId ?? ''}, true),
    set_config('app.subject_id', ${s.subjectId ?? ''}, true),
    set_config('app.family_id', ${s.familyId ?? ''}, true),
    set_config('app.stream', ${s.stream ?? ''}, true)`
}

function createTx(sql: Tx['sql'], appended: StreamHead[]): Tx {
  let db: Tx['db'] | undefined
  return {
    sql,
    get db() {
      db ??= new PgDatabase(
        dialect,
        new PostgresJsSession(preparing(sql) as never, dialect, undefined) as never,
        undefined,
      ) as never
      return db as Tx['db']
    },
    async enterBranch(branchId) {
      await sql`select set_config('app.branch_id', ${branchId}, true)`
    },
    async append(entries, { actor, requestId }) {
      const heads = await sql<StreamHead[]>`
        select stream, epoch, seq from app.append_journal(${JSON.stringify(entries)}::jsonb, ${actor}, ${requestId})`
      appended.push(...heads)
    },
    heads: (streams) => sql<StreamHead[]>`select stream, epoch, seq from app.stream_heads(${streams})`,
  }
}

/** Drizzle sends every query unprepared, which costs a round trip each; statements are few and worth preparing. */
function preparing(sql: Tx['sql']) {
  return {
    unsafe: (query: string, params: never[]) => sql.unsafe(query, params, { prepare: true }),
  }
}
