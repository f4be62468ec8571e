import { webhookEndpoints } from '@repo/db/schema'
import type { WebhookList } from '@repo/schemas/contract'
import { asc } from 'drizzle-orm'
import type { StaffCtx } from '../../http/ctx.ts'
import { toWebhook } from './to-webhook.ts'

/** The branch's webhooks, oldest first. */
export function listWebhooks(ctx: StaffCtx): Promise<WebhookList> {
  return ctx.tx(async ({ db }) => {
    const rows = await db.select().from(webhookEndpoints).orderBy(asc(webhookEndpoints.createdAt))
    return { webhooks: rows.map(toWebhook) }
  })
}
