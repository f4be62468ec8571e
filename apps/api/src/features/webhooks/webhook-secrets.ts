import { randomToken, type SecretBox } from '@repo/auth'
import { webhook } from '@repo/config/limits'
import type { SealedSecret } from '@repo/db/schema'

/** A fresh secret; the prefix tells people and secret scanners what it is. */
export const newWebhookSecret = (): string => `whsec_${randomToken(webhook.secretBytes)}`

export const sealNew = (box: SecretBox, secret: string, endpointId: string): SealedSecret => ({
  sealed: box.seal(secret, endpointId),
  expiresAt: null,
})

/** Secrets that sign now, newest first, and the list to store again when a sealing key was replaced. */
export function openSecrets(box: SecretBox, stored: readonly SealedSecret[], endpointId: string, now: Date) {
  const live = stored.filter(({ expiresAt }) => expiresAt === null || new Date(expiresAt) > now)
  const opened = live.flatMap(({ sealed, expiresAt }) => {
    const secret = box.open(sealed, endpointId)
    return secret ? [{ ...secret, expiresAt }] : []
  })
  const resealed = opened.some(({ stale }) => stale)
    ? opened.map(({ text, expiresAt }) => ({ sealed: box.seal(text, endpointId), expiresAt }))
    : undefined
  return { secrets: opened.map(({ text }) => text), resealed }
}
