import { webhookDeliveries, webhookEndpoints } from '@repo/db/schema'
import type { PageQuery, WebhookDeliveries } from '@repo/schemas/contract'
import { and, desc, eq, sql } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { requirePlace } from '../../http/require-place.ts'
import { takePage } from '../../http/take-page.ts'
import { toDelivery } from './to-delivery.ts'

/** What was sent, newest first. @throws NOT_FOUND */
export function listDeliveries(
  ctx: StaffCtx,
  webhookId: string,
  { limit, after }: PageQuery,
): Promise<WebhookDeliveries> {
  const { createdAt, id, endpointId } = webhookDeliveries
  return ctx.tx(async (tx) => {
    const { db } = tx
    await requirePlace(tx, id, after)
    const [known, rows] = await Promise.all([
      db.$count(webhookEndpoints, eq(webhookEndpoints.id, webhookId)),
      db
        .select()
        .from(webhookDeliveries)
        .where(
          and(
            eq(endpointId, webhookId),
            after
              ? sql`(${createdAt}, ${id}) < (select l.created_at, l.id from webhook_deliveries l where l.id = ${after})`
              : undefined,
          ),
        )
        .orderBy(desc(createdAt), desc(id))
        .limit(limit + 1),
    ])
    if (known === 0) throw new ApiError('NOT_FOUND')
    const { shown, next } = takePage(rows, limit, (row) => row.id)
    return { deliveries: shown.map(toDelivery), next }
  })
}
