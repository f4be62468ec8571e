import { randomBytes } from 'node:crypto'
import { expect, it } from 'vitest'
import { generateSecret, generateSecrets } from './generate-secrets.ts'
import { secret } from './limits.ts'
import { secretProblem } from './secret-problem.ts'

it('100 runs of the generator give 200 distinct signing secrets of 48 bytes', () => {
  const runs = Array.from({ length: 100 }, generateSecrets)
  const secrets = runs.flatMap((run) => [run.JWT_SECRET, run.JWT_REFRESH_SECRET])
  expect(new Set(secrets).size).toBe(200)
  for (const value of secrets) expect(Buffer.from(value, 'base64url')).toHaveLength(48)
})

it('every generated value satisfies its own rule', () => {
  for (let run = 0; run < 50; run += 1) {
    const made = generateSecrets()
    expect(secretProblem(made.JWT_SECRET, secret.signing)).toBeUndefined()
    expect(secretProblem(made.SIGNUP_TOKEN, secret.signUp)).toBeUndefined()
    expect(secretProblem(made.APP_DATABASE_PASSWORD, secret.database)).toBeUndefined()
  }
})

it.each(['base64', 'base64url', 'hex'] as const)('32 random bytes in %s are accepted', (encoding) => {
  for (let run = 0; run < 50; run += 1) {
    expect(secretProblem(randomBytes(32).toString(encoding), secret.signing)).toBeUndefined()
  }
})

it('a problem never quotes the secret', () => {
  const value = `change-me-${generateSecret()}`
  expect(secretProblem(value, secret.signing)).toBe('is a placeholder')
})
