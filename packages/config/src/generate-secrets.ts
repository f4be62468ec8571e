import { randomBytes } from 'node:crypto'
import { secret } from './limits.ts'
import { type SecretStrength, secretProblem } from './secret-problem.ts'

/** Random bytes as base64url, 64 characters unless told otherwise, always accepted by the schema. */
export function generateSecret(
  byteCount: number = secret.generatedBytes,
  strength: SecretStrength = secret.signing,
): string {
  const value = randomBytes(byteCount).toString('base64url')
  return secretProblem(value, strength) ? generateSecret(byteCount, strength) : value
}

/** One fresh value for each secret that an installation needs. */
export const generateSecrets = () => ({
  POSTGRES_PASSWORD: generateSecret(),
  APP_DATABASE_PASSWORD: generateSecret(),
  JWT_SECRET: generateSecret(),
  JWT_REFRESH_SECRET: generateSecret(),
  HEALTH_SECRET: generateSecret(secret.health.generatedBytes, secret.health),
  AUDIT_KEY: generateSecret(),
  SIGNUP_TOKEN: generateSecret(secret.signUp.generatedBytes, secret.signUp),
})

export type InstallationSecrets = ReturnType<typeof generateSecrets>
