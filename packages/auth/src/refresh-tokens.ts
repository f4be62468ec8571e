import { createHmac } from 'node:crypto'
import { refreshToken } from '@repo/config/limits'
import { randomToken } from './random.ts'

/** A fresh opaque token of 256 bits. */
export const newRefreshToken = (): string => randomToken(refreshToken.bytes)

/** What is stored instead of the token: HMAC-SHA256, hex. Domain prefixes separate the three uses of the key. */
export const hashRefreshToken = (token: string, secret: string): string =>
  hmac(secret, `token:${token}`, 'hex')

/** The stored forms that a token may have, current key first. */
export const candidateHashes = (token: string, secrets: readonly string[]): string[] =>
  secrets.map((secret) => hashRefreshToken(token, secret))

export const hashAttempt = (attemptId: string, secret: string): string =>
  hmac(secret, `attempt:${attemptId}`, 'hex')

/** The successor of a token for one attempt: the same pair gives the same one, so a lost reply is repeated safely. */
export const successorToken = (token: string, attemptId: string, secret: string): string =>
  hmac(secret, `successor:${token}:${attemptId}`, 'base64url')

const hmac = (secret: string, text: string, encoding: 'hex' | 'base64url'): string =>
  createHmac('sha256', secret).update(text).digest(encoding)
