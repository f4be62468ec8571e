import { createHash } from 'node:crypto'
import type { Tx } from '@repo/db'
import { IdempotencyKey } from '@repo/schemas/contract'
import { ApiError } from './api-error.ts'

/** The request's `Idempotency-Key`. @throws IDEMPOTENCY_KEY_REQUIRED when it is missing or not 1–255 visible characters. */
export function readIdempotencyKey(headers: Headers): string {
  const parsed = IdempotencyKey.safeParse(headers.get('idempotency-key'))
  if (!parsed.success) throw new ApiError('IDEMPOTENCY_KEY_REQUIRED')
  return parsed.data
}

export type IdempotentCall = { actorId: string; operation: string; key: string; fingerprint: string }

/** Identifies one call; the fingerprint tells a retry from another body under the same key. */
export const idempotentCall = (
  actorId: string,
  operation: string,
  key: string,
  input: unknown,
): IdempotentCall => ({
  actorId,
  operation,
  key,
  fingerprint: createHash('sha256').update(JSON.stringify(input)).digest('base64url'),
})

/**
 * Takes the call's lock for the transaction and returns what an earlier success stored.
 * Two requests with one key wait for each other, so only one of them does the work.
 * @throws IDEMPOTENCY_MISMATCH when the key was used with another body, IDEMPOTENCY_IN_PROGRESS when the first request is
 * still at work after the longest wait for a lock: whether it succeeds is not known yet
 */
export async function findEarlierReply(tx: Tx, call: IdempotentCall): Promise<unknown> {
  const lockKey = `${call.actorId}|${call.operation}|${call.key}`
  const [, rows] = await Promise.all([
    tx.sql`select pg_advisory_xact_lock(hashtextextended(${lockKey}, 0))`.catch(refuseWhileInProgress),
    tx.sql<{ fingerprint: string; body: unknown }[]>`
      select fingerprint, body from idempotency_records
      where actor_id = ${call.actorId} and operation = ${call.operation} and key = ${call.key}`,
  ])
  const [record] = rows
  if (record && record.fingerprint !== call.fingerprint) throw new ApiError('IDEMPOTENCY_MISMATCH')
  return record?.body
}

function refuseWhileInProgress(error: { code?: string }): never {
  if (error.code === '55P03') throw new ApiError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1 })
  throw error
}
