import { webhook } from '@repo/config/limits'
import { webhookDeliveries, webhookEndpoints } from '@repo/db/schema'
import type { WebhookDeliveries } from '@repo/schemas/contract'
import { desc, eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { toDelivery } from './to-delivery.ts'

/** What was sent last, newest first. @throws NOT_FOUND */
export function listDeliveries(ctx: StaffCtx, webhookId: string): Promise<WebhookDeliveries> {
  return ctx.tx(async ({ db }) => {
    const [known, rows] = await Promise.all([
      db.$count(webhookEndpoints, eq(webhookEndpoints.id, webhookId)),
      db
        .select()
        .from(webhookDeliveries)
        .where(eq(webhookDeliveries.endpointId, webhookId))
        .orderBy(desc(webhookDeliveries.createdAt))
        .limit(webhook.recentDeliveries),
    ])
    if (known === 0) throw new ApiError('NOT_FOUND')
    return { deliveries: rows.map(toDelivery) }
  })
}
