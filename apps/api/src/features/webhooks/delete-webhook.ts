import { webhookEndpoints } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'

/** Ends a webhook; its deliveries go with it. @throws NOT_FOUND */
export function deleteWebhook(ctx: StaffCtx, webhookId: string): Promise<Record<string, never>> {
  return ctx.tx(async (tx) => {
    const deleted = await tx.db
      .delete(webhookEndpoints)
      .where(eq(webhookEndpoints.id, webhookId))
      .returning({ id: webhookEndpoints.id })
    if (deleted.length === 0) throw new ApiError('NOT_FOUND')
    const payload = { webhookId, branchId: ctx.actor.branchId }
    await tx.append([{ audience: 'organization', kind: 'webhook.deleted', payload }], ctx.author)
    return {}
  })
}
