import { totp as limit } from '@repo/config/limits'
import { Secret, TOTP } from 'otpauth'

/** A fresh secret in base32, as authenticator apps take it. */
export const newTotpSecret = (): string => new Secret({ size: limit.secretBytes }).base32

/** The `otpauth:` address that an authenticator app scans. */
export const totpUri = (secret: string, accountName: string): string => totpOf(secret, accountName).toString()

/**
 * The time step that a code belongs to (RFC 6238), or undefined for a wrong code and for one of a step that was used
 * before or is older than that one, so that a code read over a shoulder is worthless.
 */
export function matchTotp(secret: string, code: string, lastStep: number, nowMs: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totpOf(secret).validate({ token: code, timestamp: nowMs, window: limit.windowSteps })
  if (delta === null) return undefined
  const step = Math.floor(nowMs / 1_000 / limit.periodSeconds) + delta
  return step > lastStep ? step : undefined
}

const totpOf = (secret: string, label = '') =>
  new TOTP({
    issuer: 'RestAI',
    label,
    algorithm: 'SHA1',
    digits: limit.digits,
    period: limit.periodSeconds,
    secret: Secret.fromBase32(secret),
  })
