import type { ApiEnv } from '@repo/config'

/** What the stored hashes of tokens and codes are keyed with: the current secret first, then those it replaced. */
export const refreshSecrets = ({ JWT_REFRESH_SECRET, JWT_REFRESH_SECRET_PREVIOUS }: ApiEnv): string[] => [
  JWT_REFRESH_SECRET,
  ...JWT_REFRESH_SECRET_PREVIOUS,
]
