import { randomBytes } from 'node:crypto'
import { secret } from './limits.ts'
import { secretProblem } from './secret-problem.ts'

/** 48 random bytes as 64 characters of base64url, of which the schema accepts every one. */
export function generateSecret(): string {
  const value = randomBytes(secret.generatedBytes).toString('base64url')
  return secretProblem(value, secret.signing) ? generateSecret() : value
}

/** One fresh value for each secret that an installation needs. */
export const generateSecrets = () => ({
  POSTGRES_PASSWORD: generateSecret(),
  APP_DATABASE_PASSWORD: generateSecret(),
  JWT_SECRET: generateSecret(),
  JWT_REFRESH_SECRET: generateSecret(),
  SIGNUP_TOKEN: generateSecret().slice(0, secret.signUp.generatedLengthChars),
})

export type InstallationSecrets = ReturnType<typeof generateSecrets>
