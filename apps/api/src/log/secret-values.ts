import type { ApiEnv } from '@repo/config'

const passwordOf = (url: string | undefined) => url && decodeURIComponent(new URL(url).password)

/** Every secret that this process was given, to be recognised wherever it appears. */
export const secretValues = (env: ApiEnv): string[] =>
  [
    env.JWT_SECRET,
    env.JWT_REFRESH_SECRET,
    env.JWT_SECRET_PREVIOUS,
    env.JWT_REFRESH_SECRET_PREVIOUS,
    env.SIGNUP_TOKEN,
    env.AUDIT_KEY,
    env.ALERT_WEBHOOK_SECRET,
    env.HEALTH_SECRET,
    env.MEDIA_BUCKET_SECRET,
    ...[env.DATABASE_URL, env.REDIS_URL, env.SMTP_URL].map(passwordOf),
  ]
    .flat()
    .filter((value): value is string => value !== undefined && value.length >= 8)
