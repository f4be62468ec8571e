import { type Audience, createAccessTokens } from '@repo/auth'
import { accessToken } from '@repo/config/limits'
import type { BenchIdentity } from './insert-bench-branch.ts'

/** An access token for each identity, as a sign-in would give it. */
export function issueTokens(
  secret: string,
  audience: Audience,
  people: readonly BenchIdentity[],
): Promise<string[]> {
  const tokens = createAccessTokens({
    current: secret,
    previous: [],
    lifetimeSeconds: accessToken.maxLifetimeSeconds,
  })
  return Promise.all(people.map(async (person) => (await tokens.issue({ audience, ...person })).accessToken))
}
