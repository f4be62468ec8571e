import { signatureHeader, signWebhook, uuidv7 } from '@repo/auth'
import type { Deps } from '../http/deps.ts'
import { alertMail } from '../senders/alert-mail.ts'
import { type Alert, alertToLog } from './alert.ts'

/**
 * Tells the log at once, and then the mailbox and the URL of `ALERT_*`, if they are set. What cannot be delivered is an
 * error in the log; the journal keeps every alert.
 */
export function sendAlert(deps: Deps, alert: Alert): void {
  const { env, log, background, senders } = deps
  alertToLog(log)(alert)
  const { ALERT_EMAIL: to, ALERT_WEBHOOK_URL: url, ALERT_WEBHOOK_SECRET: secret } = env
  if (to && senders.email) {
    const { email } = senders
    background.run('mail an alert', () => email.send({ to, ...alertMail(alert) }))
  }
  if (url && secret) background.run('post an alert', () => post(deps, alert, url, secret))
}

/** Signed like a webhook, so that the same code verifies it. */
async function post({ outgoingHttp, now }: Deps, alert: Alert, url: string, secret: string): Promise<void> {
  const at = now()
  const { kind, ...data } = alert
  const id = uuidv7()
  const body = JSON.stringify({ id, kind: `alert.${kind}`, at: at.toISOString(), data })
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'RestAI-Webhooks',
    'webhook-id': id,
    [signatureHeader]: signWebhook({ body, secrets: [secret], atSeconds: Math.floor(at.getTime() / 1_000) }),
  }
  const { status } = await outgoingHttp.send({ url, headers, body })
  if (status >= 300) throw new Error(`the receiver of alerts answered ${status}`)
}
