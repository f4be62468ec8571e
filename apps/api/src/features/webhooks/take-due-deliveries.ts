import { webhook } from '@repo/config/limits'
import type { Deps } from '../../http/deps.ts'
import { attemptDelivery } from './attempt-delivery.ts'
import type { Claim } from './claim.ts'

/**
 * Turns new events into deliveries and starts at most `max` of those that are due; answers the attempts under way.
 * Rows are claimed in the database, so that of several processes one makes each attempt.
 */
export async function takeDueDeliveries(deps: Deps, max: number): Promise<Promise<void>[]> {
  const { lookup } = deps.gateway
  await lookup`select app.fan_out_webhooks(${webhook.fanOutEndpoints}::int, ${webhook.fanOutEntries}::int)`
  if (max <= 0) return []
  const claims = await lookup<Claim[]>`
    select delivery_id as "deliveryId", organization_id as "organizationId", branch_id as "branchId", attempt
    from app.claim_webhooks(${max}::int, ${webhook.leaseSeconds}::int)`
  return claims.map((claim) => attemptDelivery(deps, claim))
}
