import type { Database } from '../connect.ts'
import { appendCheckpoints, lastCheckpoint } from './checkpoint-file.ts'

export type CheckpointOptions = { database: Database; folder: string; key: string }

/** Entries carry the time of their writing, and become visible when their transaction commits, at most this much later. */
const overlapMs = 60_000
const writerLock = 7_216_540_114

/**
 * Signs the heads of all streams that grew since the last checkpoint into `folder`, and returns how many there were.
 * Processes that share the folder take turns.
 */
export function writeCheckpoint({ database, folder, key }: CheckpointOptions): Promise<number> {
  return database.begin(async (sql) => {
    await sql`select pg_advisory_xact_lock(${writerLock})`
    const last = lastCheckpoint(folder)?.at
    const since = last ? new Date(Date.parse(last) - overlapMs).toISOString() : null
    const [now] = await sql<{ at: string }[]>`select clock_timestamp() as at`
    const heads = await sql<{ stream: string; seq: number; hash: Buffer }[]>`
      select stream, seq, hash from app.changed_heads(${since})`
    appendCheckpoints(
      folder,
      key,
      now?.at ?? '',
      heads.map(({ stream, seq, hash }) => [stream, seq, hash.toString('hex')] as const),
    )
    return heads.length
  }) as Promise<number>
}
