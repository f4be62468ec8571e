import type { ApiEnv } from '@repo/config'

/** Every secret that this process was given, to be recognised wherever it turns up. */
export const secretValues = (env: ApiEnv): string[] =>
  [
    env.JWT_SECRET,
    env.JWT_REFRESH_SECRET,
    env.JWT_SECRET_PREVIOUS,
    env.JWT_REFRESH_SECRET_PREVIOUS,
    env.SIGNUP_TOKEN,
    env.AUDIT_KEY,
    decodeURIComponent(new URL(env.DATABASE_URL).password),
  ]
    .flat()
    .filter((value): value is string => value !== undefined && value.length >= 8)
