import { webhook } from '@repo/config/limits'
import type { Scope } from '@repo/db'
import { webhookDeliveries, webhookEndpoints } from '@repo/db/schema'
import { and, eq, sql } from 'drizzle-orm'
import type { Deps } from '../../http/deps.ts'
import type { Claim } from './claim.ts'
import type { Outcome } from './outcome.ts'
import { retryDelaySeconds } from './retry-delay.ts'

type Attempt = { scope: Scope; claim: Claim; endpointId: string; kind: string; outcome: Outcome }

/** Ends a delivery or schedules its next attempt, and disables an endpoint that has failed for too long. */
export async function recordAttempt(deps: Deps, attempt: Attempt): Promise<void> {
  const { scope, claim, endpointId, kind, outcome } = attempt
  const delivered = outcome.status !== null && outcome.status >= 200 && outcome.status < 300
  const isPing = kind === 'ping'
  await deps.gateway.run(scope, async (tx) => {
    const recorded = await tx.db
      .update(webhookDeliveries)
      .set({
        lastStatus: outcome.status,
        lastError: outcome.error,
        ...nextStep(delivered, isPing ? webhook.maxAttempts : claim.attempt),
      })
      // An attempt that outlived its lease has been repeated by another process, whose result counts.
      .where(and(eq(webhookDeliveries.id, claim.deliveryId), eq(webhookDeliveries.attempts, claim.attempt)))
      .returning({ id: webhookDeliveries.id })
    if (recorded.length === 0 || isPing) return
    const failures = delivered ? sql`0` : sql`${webhookEndpoints.failures} + 1`
    const [endpoint] = await tx.db
      .update(webhookEndpoints)
      .set({
        failures,
        state: sql`case when ${failures} >= ${webhook.maxFailures} and ${webhookEndpoints.state} = 'active'
          then 'failing' else ${webhookEndpoints.state} end`,
      })
      .where(eq(webhookEndpoints.id, endpointId))
      .returning({ failures: webhookEndpoints.failures, state: webhookEndpoints.state })
    if (endpoint?.state !== 'failing' || endpoint.failures !== webhook.maxFailures) return
    const payload = { webhookId: endpointId, branchId: claim.branchId }
    await tx.append([{ audience: 'organization', kind: 'webhook.failing', payload }], {
      actor: 'webhooks',
      requestId: claim.deliveryId,
    })
  })
}

function nextStep(delivered: boolean, attempt: number) {
  if (delivered || attempt >= webhook.maxAttempts)
    return { state: delivered ? ('delivered' as const) : ('failed' as const), endedAt: sql`now()` }
  return { nextAttemptAt: sql`now() + make_interval(secs => ${retryDelaySeconds(attempt)})` }
}
