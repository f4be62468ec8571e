import type { webhookDeliveries } from '@repo/db/schema'
import type { WebhookDelivery } from '@repo/schemas/contract'

export const toDelivery = (row: typeof webhookDeliveries.$inferSelect): WebhookDelivery => ({
  id: row.id,
  eventId: row.eventId,
  kind: row.kind,
  state: row.state,
  attempts: row.attempts,
  lastStatus: row.lastStatus,
  lastError: row.lastError,
  createdAt: row.createdAt,
  nextAttemptAt: row.state === 'pending' ? row.nextAttemptAt : null,
  endedAt: row.endedAt,
})
