import type { Tx } from '@repo/db'
import { webhookEndpoints } from '@repo/db/schema'
import type { UpdateWebhookInput, Webhook } from '@repo/schemas/contract'
import { eq } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import type { StaffCtx } from '../../http/ctx.ts'
import { branchStream } from '../../live/cursor.ts'
import { checkUrl } from './check-url.ts'
import { toWebhook } from './to-webhook.ts'

/** Changes a webhook; one that is turned on again starts with what happens next. @throws NOT_FOUND, VALIDATION_FAILED */
export async function updateWebhook(
  ctx: StaffCtx,
  webhookId: string,
  input: UpdateWebhookInput,
): Promise<Webhook> {
  const { branchId } = ctx.actor
  if (input.url !== undefined) {
    // Ownership is checked before the URL.
    await ctx.tx((tx) => findState(tx, webhookId))
    await checkUrl(ctx.deps, input.url)
  }
  return ctx.tx(async (tx) => {
    const before = await findState(tx, webhookId)
    const resumes = input.state === 'active' && before !== 'active'
    const [head] = resumes ? await tx.heads([branchStream(branchId)]) : []
    const [changed] = await tx.db
      .update(webhookEndpoints)
      .set({ ...input, ...(resumes && { failures: 0, epoch: head?.epoch ?? 0, seq: head?.seq ?? 0 }) })
      .where(eq(webhookEndpoints.id, webhookId))
      .returning()
    if (!changed) throw new ApiError('NOT_FOUND')
    await tx.append(
      [
        {
          audience: 'organization',
          kind: 'webhook.changed',
          payload: { webhookId, branchId, state: changed.state },
        },
      ],
      ctx.author,
    )
    return toWebhook(changed)
  })
}

async function findState({ db }: Tx, webhookId: string): Promise<string> {
  const [found] = await db
    .select({ state: webhookEndpoints.state })
    .from(webhookEndpoints)
    .where(eq(webhookEndpoints.id, webhookId))
    .for('update')
  if (!found) throw new ApiError('NOT_FOUND')
  return found.state
}
