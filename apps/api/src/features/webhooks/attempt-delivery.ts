import { signatureHeader, signWebhook } from '@repo/auth'
import type { Scope } from '@repo/db'
import { webhookDeliveries, webhookEndpoints } from '@repo/db/schema'
import { eq } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'
import { SendRefused } from '../../security/check-target.ts'
import type { Claim } from './claim.ts'
import type { Outcome } from './outcome.ts'
import { recordAttempt } from './record-attempt.ts'
import { openSecrets } from './webhook-secrets.ts'

/** Sends one delivery, signed anew, and records what came of it. */
export async function attemptDelivery(deps: Deps, claim: Claim): Promise<void> {
  const scope: Scope = { kind: 'webhooks', organizationId: claim.organizationId, branchId: claim.branchId }
  const [found] = await deps.gateway.run(scope, ({ db }) =>
    db
      .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
      .from(webhookDeliveries)
      .innerJoin(webhookEndpoints, eq(webhookEndpoints.id, webhookDeliveries.endpointId))
      .where(eq(webhookDeliveries.id, claim.deliveryId)),
  )
  if (!found) return
  const { delivery, endpoint } = found
  const now = deps.now()
  const { secrets, resealed } = openSecrets(deps.webhookSecrets, endpoint.secrets, endpoint.id, now)
  if (resealed) {
    await deps.gateway.run(scope, ({ db }) =>
      db.update(webhookEndpoints).set({ secrets: resealed }).where(eq(webhookEndpoints.id, endpoint.id)),
    )
  }
  const outcome =
    secrets.length > 0
      ? await send(deps, endpoint.url, delivery, secrets, now)
      : { status: null, error: 'NO_SECRET' }
  await recordAttempt(deps, { scope, claim, endpointId: endpoint.id, kind: delivery.kind, outcome })
}

type Sent = Pick<typeof webhookDeliveries.$inferSelect, 'body' | 'eventId'>

async function send(
  { outgoingHttp }: Deps,
  url: string,
  { body, eventId }: Sent,
  secrets: string[],
  now: Date,
): Promise<Outcome> {
  const atSeconds = Math.floor(now.getTime() / 1_000)
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'RestAI-Webhooks',
    'webhook-id': eventId,
    [signatureHeader]: signWebhook({ body, secrets, atSeconds }),
  }
  try {
    const { status } = await outgoingHttp.send({ url, headers, body })
    return { status, error: null }
  } catch (error) {
    if (!(error instanceof SendRefused)) throw error
    return { status: null, error: error.code }
  }
}
