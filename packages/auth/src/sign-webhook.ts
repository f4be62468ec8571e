import { createHmac } from 'node:crypto'

export type WebhookToSign = {
  /** The bytes as sent: a signature of a parsed body would not survive re-serialization. */
  body: string | Uint8Array
  /** Current secret first; while secrets rotate the previous one signs as well. */
  secrets: readonly string[]
  /** Unix time of sending. */
  atSeconds: number
}

/** Header that carries the signature of a webhook. */
export const signatureHeader = 'webhook-signature'

/** Value of the signature header: `t=<unix seconds>,v1=<hex>`, with one `v1` for each secret. */
export function signWebhook({ body, secrets, atSeconds }: WebhookToSign): string {
  const signatures = secrets.map((secret) => `v1=${webhookDigest(secret, atSeconds, body).toString('hex')}`)
  return [`t=${atSeconds}`, ...signatures].join(',')
}

/** HMAC-SHA256 of `t.body`: the time is signed too, so an old delivery cannot be given a new one. */
export const webhookDigest = (secret: string, atSeconds: number, body: string | Uint8Array): Buffer =>
  createHmac('sha256', secret).update(`${atSeconds}.`).update(body).digest()
