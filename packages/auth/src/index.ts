export { type AccessClaims, type AccessTokens, type Audience, createAccessTokens } from './access-tokens.ts'
export { type Actor, actorKind } from './actor.ts'
export { AuthError, type AuthErrorCode } from './auth-error.ts'
export { checkPassword, type PasswordProblem } from './check-password.ts'
export { type CookieKind, clearRefreshCookie, readRefreshCookie, serializeRefreshCookie } from './cookies.ts'
export { deviceKeyHashes, newDeviceKey } from './device-keys.ts'
export {
  type KnownBrowser,
  knowsPerson,
  readKnownBrowser,
  serializeKnownBrowser,
} from './known-browser.ts'
export { hashRecoveryCode, newOneTimeToken, newRecoveryCodes, oneTimeHashes } from './one-time-tokens.ts'
export { hashOtp, matchesOtp, newOtpCode } from './otp.ts'
export { burnPasswordTime, hashPassword, verifyPassword } from './password.ts'
export { randomCode, randomToken, uuidv7 } from './random.ts'
export {
  candidateHashes,
  hashAttempt,
  hashRefreshToken,
  newRefreshToken,
  successorToken,
} from './refresh-tokens.ts'
export { decideRotation, type RotationDecision, type StoredToken } from './rotation.ts'
export { createSecretBox, type OpenedSecret, type SecretBox } from './secret-box.ts'
export { signatureHeader, signWebhook, type WebhookToSign } from './sign-webhook.ts'
export { matchTotp, newTotpSecret, totpUri } from './totp.ts'
export {
  verifyWebhook,
  type WebhookRefusal,
  type WebhookToVerify,
  type WebhookVerdict,
} from './verify-webhook.ts'
