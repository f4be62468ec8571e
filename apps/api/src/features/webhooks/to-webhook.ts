import type { webhookEndpoints } from '@repo/db/schema'
import type { Webhook } from '@repo/schemas/contract'

/** A webhook as staff see it: never its secrets. */
export const toWebhook = (row: typeof webhookEndpoints.$inferSelect): Webhook => ({
  id: row.id,
  url: row.url,
  kinds: row.kinds,
  state: row.state,
  createdAt: row.createdAt,
})
