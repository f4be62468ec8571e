import { createHash } from 'node:crypto'
import type postgres from 'postgres'
import type { Database } from '../connect.ts'
import type { Checkpoint } from './checkpoint-file.ts'

/** An entry that is not as it was written; `seq` is the first one known to be wrong. */
export type JournalFault = { stream: string; seq: number; problem: string }
export type JournalReport = { streams: number; entries: number; faults: JournalFault[] }

type Options = {
  /** Connection of the role that owns the tables. */
  database: Database
  checkpoints: readonly Checkpoint[]
  onProgress?: (entries: number) => void
  batchSize?: number
}
type Sql = postgres.ReservedSql<{ int8: number }>
type Entry = { seq: number; hash: string; content: string }
type Head = { stream: string; seq: number; hash: string }

/** Walks every stream that the database or a checkpoint knows, in batches, and recomputes its chain outside the database. */
export async function verifyJournal(options: Options): Promise<JournalReport> {
  const { database, checkpoints, onProgress = () => {}, batchSize = 2_000 } = options
  const sql = (await database.reserve()) as unknown as Sql
  try {
    // One snapshot of the journal for the whole walk, seen as the role whose policies show every row of it.
    await sql`begin isolation level repeatable read read only`
    await sql`set local statement_timeout = 0`
    await sql`set local idle_in_transaction_session_timeout = 0`
    await sql`set local role restai_definer`
    const signed = groupHeads(checkpoints)
    const heads = await readHeads(sql)
    const streams = [...new Set([...heads.keys(), ...signed.keys()])].toSorted()
    const report: JournalReport = { streams: streams.length, entries: 0, faults: [] }
    for (const stream of streams) {
      const walk = startWalk(stream, signed.get(stream) ?? new Map())
      for (;;) {
        const batch = await readBatch(sql, stream, walk.lastSeq(), batchSize)
        for (const entry of batch) walk.take(entry)
        report.entries += batch.length
        onProgress(report.entries)
        if (batch.length < batchSize) break
      }
      report.faults.push(...walk.finish(heads.get(stream)))
    }
    await sql`rollback`
    return report
  } finally {
    sql.release()
  }
}

/** Follows one stream's chain. A removed entry leaves its successor unproven, so that only one of them is named. */
function startWalk(stream: string, signed: ReadonlyMap<number, ReadonlySet<string>>) {
  const faults: JournalFault[] = []
  const fault = (seq: number, problem: string) => faults.push({ stream, seq, problem })
  const lastSigned = Math.max(0, ...signed.keys())
  let seq = 0
  let hash: string | undefined = ''
  let agreedSeq = 0

  function compareWithCheckpoint(entry: Entry): void {
    const expected = signed.get(entry.seq)
    if (expected === undefined) return
    if (expected.size === 1 && expected.has(entry.hash)) agreedSeq = entry.seq
    else
      fault(
        agreedSeq + 1,
        `was rewritten, or one up to ${entry.seq}: the checkpoint of ${entry.seq} has another hash`,
      )
  }

  return {
    lastSeq: () => seq,
    take(entry: Entry): void {
      if (entry.seq !== seq + 1) {
        fault(seq + 1, entry.seq === seq + 2 ? 'is missing' : `to ${entry.seq - 1} are missing`)
        hash = undefined
      }
      if (hash !== undefined && chain(hash, entry.content) !== entry.hash)
        fault(entry.seq, 'does not fit its hash')
      compareWithCheckpoint(entry)
      seq = entry.seq
      hash = entry.hash
    },
    finish(head: Head | undefined): JournalFault[] {
      const lastKnown = Math.max(lastSigned, head?.seq ?? 0)
      if (seq < lastKnown) fault(seq + 1, `to ${lastKnown} are cut off the end`)
      else if (head === undefined || head.seq !== seq || head.hash !== hash)
        fault(seq, "is not what the stream's head says")
      return faults
    },
  }
}

const chain = (before: string, content: string): string =>
  createHash('sha256').update(Buffer.from(before, 'hex')).update(content).digest('hex')

/** Signed hashes by stream and sequence number. Two checkpoints that disagree are both kept, and no entry fits both. */
function groupHeads(checkpoints: readonly Checkpoint[]) {
  const byStream = new Map<string, Map<number, Set<string>>>()
  for (const [stream, seq, hash] of checkpoints.flatMap(({ heads }) => heads)) {
    const bySeq = byStream.get(stream) ?? new Map<number, Set<string>>()
    byStream.set(stream, bySeq.set(seq, (bySeq.get(seq) ?? new Set()).add(hash)))
  }
  return byStream
}

/** Heads by stream, including streams that have entries but no head. */
async function readHeads(sql: Sql): Promise<Map<string, Head | undefined>> {
  const [heads, streams] = [
    await sql<Head[]>`select stream, seq, encode(hash, 'hex') as hash from journal_streams`,
    await sql<{ stream: string }[]>`select distinct stream from journal_entries`,
  ]
  return new Map([
    ...streams.map(({ stream }) => [stream, undefined] as const),
    ...heads.map((head) => [head.stream, head] as const),
  ])
}

const readBatch = (sql: Sql, stream: string, afterSeq: number, size: number) => sql<Entry[]>`
  select seq, encode(hash, 'hex') as hash,
    jsonb_build_array(stream, epoch, seq, kind, payload, actor, request_id, (extract(epoch from at) * 1000000)::bigint)::text as content
  from journal_entries where stream = ${stream} and seq > ${afterSeq} order by seq limit ${size}`
