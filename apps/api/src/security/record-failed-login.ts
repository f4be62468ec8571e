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

async function rulesFor({ sql }: Tx, userId: string | null): Promise<AlertRule[]> {
  const event = 'auth.login_failed'
  const everybody: AlertRule = { kind: 'failed_logins', event, ...audit.failedSignInAlert }
  if (userId === null) return [everybody]
  const [row] = await sql<{ owner: boolean }[]>`select app.is_owner(${userId}) as owner`
  if (!row?.owner) return [everybody]
  return [everybody, { kind: 'owner_failures', event, about: { userId }, ...audit.ownerFailureAlert }]
}
