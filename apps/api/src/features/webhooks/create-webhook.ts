import { uuidv7 } from '@repo/auth'
import { webhook } from '@repo/config/limits'
import { branches, webhookEndpoints } from '@repo/db/schema'
import type { CreateWebhookInput, WebhookWithSecret } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { branchStream } from '../../live/cursor.ts'
import { checkUrl } from './check-url.ts'
import { toWebhook } from './to-webhook.ts'
import { newWebhookSecret, sealNew } from './webhook-secrets.ts'

/** Sends what happens from now on to a URL. @throws VALIDATION_FAILED, CONFLICT when the branch has the most allowed */
export async function createWebhook(ctx: StaffCtx, input: CreateWebhookInput): Promise<WebhookWithSecret> {
  const { deps, actor, author } = ctx
  const { organizationId, branchId } = actor
  await checkUrl(deps, input.url)
  const id = uuidv7()
  const secret = newWebhookSecret()
  return ctx.tx(async (tx) => {
    const [head] = await tx.heads([branchStream(branchId)])
    // One after the other, so that each counts those made before it.
    await tx.db
      .select({ id: branches.id })
      .from(branches)
      .where(eq(branches.id, branchId))
      .for('no key update')
    const others = await tx.db.$count(webhookEndpoints)
    if (others >= webhook.maxEndpoints) throw new ApiError('CONFLICT')
    const [created] = await tx.db
      .insert(webhookEndpoints)
      .values({
        id,
        organizationId,
        branchId,
        ...input,
        secrets: [sealNew(deps.webhookSecrets, secret, id)],
        epoch: head?.epoch ?? 0,
        seq: head?.seq ?? 0,
      })
      .returning()
    if (!created) throw new ApiError('INTERNAL')
    await tx.append(
      [{ audience: 'organization', kind: 'webhook.created', payload: { webhookId: id, branchId } }],
      author,
    )
    return { webhook: toWebhook(created), secret }
  })
}
