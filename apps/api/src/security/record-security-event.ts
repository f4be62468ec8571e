import type { Author, Tx } from '@repo/db'
import type { SecurityEventKind, SecurityPayload } from '@repo/schemas/contract'
import type { Deps } from '../http/deps.ts'
import { securityEntry } from './audit-entry.ts'

/**
 * Records what happened in a transaction of its own, so that a refused request is recorded too, and in the log.
 * A journal that cannot be written to does not change the answer: the fault is logged.
 */
export async function recordSecurityEvent<K extends SecurityEventKind>(
  { gateway, log }: Deps,
  author: Author,
  kind: K,
  payload: SecurityPayload<K>,
  andThen: (tx: Tx) => Promise<void> = async () => {},
): Promise<void> {
  const { requestId } = author
  try {
    const entry = securityEntry(kind, payload)
    await gateway.run({ kind: 'platform' }, async (tx) => {
      await tx.append([entry], author)
      await andThen(tx)
    })
    log.info({ security: kind, requestId, ...entry.payload }, 'security event')
  } catch (error) {
    log.error({ err: error, security: kind, requestId }, 'a security event was not recorded')
  }
}
