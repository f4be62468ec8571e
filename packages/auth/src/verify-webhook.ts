import { timingSafeEqual } from 'node:crypto'
import { webhook } from '@repo/config/limits'
import { webhookDigest } from './sign-webhook.ts'

/** Why a webhook was refused. All of them get the same answer; the log may distinguish them. */
export type WebhookRefusal =
  | 'SIGNATURE_MISSING'
  | 'SIGNATURE_MALFORMED'
  | 'SIGNATURE_OUTSIDE_WINDOW'
  | 'SIGNATURE_MISMATCH'

export type WebhookVerdict = { ok: true; atSeconds: number } | { ok: false; reason: WebhookRefusal }

export type WebhookToVerify = {
  header: string | null | undefined
  /** The bytes as they arrived, before anything parsed them. */
  body: Uint8Array
  /** Every secret that may sign at present: the current one, and the previous one during a rotation. */
  secrets: readonly string[]
  nowSeconds: number
}

const hexDigest = /^[0-9a-f]{64}$/i
const unixSeconds = /^(0|[1-9]\d{0,11})$/

/** Whether one of the secrets signed exactly these bytes within the window. Whatever was sent, it never throws. */
export function verifyWebhook({ header, body, secrets, nowSeconds }: WebhookToVerify): WebhookVerdict {
  if (!header) return refuse('SIGNATURE_MISSING')
  const signature = parseSignature(header)
  if (!signature) return refuse('SIGNATURE_MALFORMED')
  const { atSeconds, digests } = signature
  if (Math.abs(nowSeconds - atSeconds) > webhook.toleranceSeconds) return refuse('SIGNATURE_OUTSIDE_WINDOW')
  let matches = 0
  for (const secret of secrets) {
    const expected = webhookDigest(secret, atSeconds, body)
    // No early return: the duration must not reveal which secret or signature came close.
    for (const digest of digests) matches += Number(timingSafeEqual(expected, digest))
  }
  return matches > 0 ? { ok: true, atSeconds } : refuse('SIGNATURE_MISMATCH')
}

const refuse = (reason: WebhookRefusal): WebhookVerdict => ({ ok: false, reason })

/** One time and at least one digest of 32 bytes; other schemes and broken digests are passed over. */
function parseSignature(header: string): { atSeconds: number; digests: Buffer[] } | undefined {
  if (header.length > webhook.maxSignatureChars) return undefined
  const parts = header.split(',').map((part) => part.trim())
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1))
  const [time, ...moreTimes] = valuesOf('t')
  if (time === undefined || moreTimes.length > 0 || !unixSeconds.test(time)) return undefined
  const digests = valuesOf('v1')
    .filter((value) => hexDigest.test(value))
    .map((value) => Buffer.from(value, 'hex'))
  return digests.length > 0 ? { atSeconds: Number(time), digests } : undefined
}
