import { webhook } from '@repo/config/limits'
import type { Deps } from '../../http/deps.ts'
import { attemptDelivery } from './attempt-delivery.ts'
import type { Claim } from './claim.ts'

export type Attempt = { organizationId: string; ended: Promise<void> }

/**
 * Turns new events into deliveries and starts at most `max` of those that are due; answers the attempts under way.
 * Rows are claimed in the database, so that of several processes one makes each attempt. `busy` are the organizations of
 * the attempts that are under way already, once for each.
 */
export async function takeDueDeliveries(
  deps: Deps,
  { max, busy }: { max: number; busy: string[] },
): Promise<Attempt[]> {
  const { lookup } = deps.gateway
  const { leaseSeconds, maxConcurrentPerTenant } = webhook
  await lookup`select app.fan_out_webhooks(${webhook.fanOutEndpoints}::int, ${webhook.fanOutEntries}::int)`
  if (max <= 0) return []
  const claims = await lookup<Claim[]>`
    select delivery_id as "deliveryId", organization_id as "organizationId", branch_id as "branchId", attempt
    from app.claim_webhooks(${max}::int, ${leaseSeconds}::int, ${maxConcurrentPerTenant}::int, ${busy}::uuid[])`
  return claims.map((claim) => ({
    organizationId: claim.organizationId,
    ended: attemptDelivery(deps, claim),
  }))
}
