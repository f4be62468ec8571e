import { webhook } from '@repo/config/limits'
import { type SealedSecret, webhookEndpoints } from '@repo/db/schema'
import type { WebhookWithSecret } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { toWebhook } from './to-webhook.ts'
import { newWebhookSecret, sealNew } from './webhook-secrets.ts'

/** Makes a new secret. For a day both sign, so a receiver may know either. @throws NOT_FOUND */
export function rotateWebhookSecret(ctx: StaffCtx, webhookId: string): Promise<WebhookWithSecret> {
  const { deps, now } = ctx
  const secret = newWebhookSecret()
  return ctx.tx(async (tx) => {
    const [before] = await tx.db
      .select({ secrets: webhookEndpoints.secrets })
      .from(webhookEndpoints)
      .where(eq(webhookEndpoints.id, webhookId))
      .for('update')
    if (!before) throw new ApiError('NOT_FOUND')
    // Only the newest replaced secret keeps signing, so that repeated rotation keeps the header short.
    const [current] = before.secrets
    const secrets = [
      sealNew(deps.webhookSecrets, secret, webhookId),
      ...(current ? [ending(current, now)] : []),
    ]
    const [changed] = await tx.db
      .update(webhookEndpoints)
      .set({ secrets })
      .where(eq(webhookEndpoints.id, webhookId))
      .returning()
    if (!changed) throw new ApiError('NOT_FOUND')
    const payload = { webhookId, branchId: ctx.actor.branchId }
    await tx.append([{ audience: 'organization', kind: 'webhook.secret_rotated', payload }], ctx.author)
    return { webhook: toWebhook(changed), secret }
  })
}

const ending = ({ sealed }: SealedSecret, now: Date): SealedSecret => ({
  sealed,
  expiresAt: new Date(now.getTime() + webhook.overlapSeconds * 1_000).toISOString(),
})
