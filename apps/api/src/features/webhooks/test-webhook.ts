import { uuidv7 } from '@repo/auth'
import { webhook } from '@repo/config/limits'
import { webhookDeliveries, webhookEndpoints } from '@repo/db/schema'
import type { WebhookDelivery } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { attemptDelivery } from './attempt-delivery.ts'
import { toDelivery } from './to-delivery.ts'

/** Sends a ping at once, also to a webhook that is paused, and answers how it went. @throws NOT_FOUND */
export async function testWebhook(ctx: StaffCtx, webhookId: string): Promise<WebhookDelivery> {
  const { deps, now } = ctx
  const { organizationId, branchId } = ctx.actor
  const deliveryId = uuidv7()
  const eventId = `ping.${deliveryId}`
  await ctx.tx(async ({ db }) => {
    const known = await db.$count(webhookEndpoints, eq(webhookEndpoints.id, webhookId))
    if (known === 0) throw new ApiError('NOT_FOUND')
    await db.insert(webhookDeliveries).values({
      id: deliveryId,
      organizationId,
      branchId,
      endpointId: webhookId,
      eventId,
      kind: 'ping',
      body: JSON.stringify({ id: eventId, kind: 'ping', at: now.toISOString(), branchId, data: {} }),
      attempts: 1,
      nextAttemptAt: new Date(now.getTime() + webhook.leaseSeconds * 1_000).toISOString(),
    })
  })
  await attemptDelivery(deps, { deliveryId, organizationId, branchId, attempt: 1 })
  const [sent] = await ctx.tx(({ db }) =>
    db.select().from(webhookDeliveries).where(eq(webhookDeliveries.id, deliveryId)),
  )
  if (!sent) throw new ApiError('NOT_FOUND')
  return toDelivery(sent)
}
