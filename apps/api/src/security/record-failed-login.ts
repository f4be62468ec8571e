import { audit } from '@repo/config/limits'
import type { Tx } from '@repo/db'
import type { Ctx } from '../http/ctx.ts'
import { type Alert, type AlertRule, raiseAlert } from './alert.ts'
import { hashNetwork } from './hash-network.ts'
import { recordSecurityEvent } from './record-security-event.ts'

/** Records a failed sign-in, and alerts when it fills the window of all accounts or of an owner's account. */
export async function recordFailedLogin(ctx: Ctx, userId: string | null): Promise<void> {
  const { deps, author } = ctx
  const raised: Alert[] = []
  const payload = { userId, network: hashNetwork(deps, ctx.clientAddress) }
  await recordSecurityEvent(deps, author, 'auth.login_failed', payload, async (tx) => {
    for (const rule of await rulesFor(tx, userId)) {
      const alert = await raiseAlert(tx, author, rule)
      if (alert) raised.push(alert)
    }
  })
  for (const alert of raised) deps.alert(alert)
}

const nobody = '00000000-0000-0000-0000-000000000000'

/** As many questions for an unknown address and a waiter's as for an owner's, so that the time tells nobody whose it is. */
async function rulesFor({ sql }: Tx, userId: string | null): Promise<AlertRule[]> {
  const event = 'auth.login_failed'
  const about = { userId: userId ?? nobody }
  const [row] = await sql<{ owner: boolean }[]>`select app.is_owner(${about.userId}) as owner`
  const { count, windowSeconds } = audit.ownerFailureAlert
  const fills = row?.owner ? count : Number.POSITIVE_INFINITY
  return [
    { kind: 'failed_logins', event, ...audit.failedSignInAlert },
    { kind: 'owner_failures', event, about, count: fills, windowSeconds },
  ]
}
