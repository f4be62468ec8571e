import { z } from 'zod'
import { optionalAuditFields } from './audit-fields.ts'
import * as field from './env-fields.ts'
import { accessToken, secret } from './limits.ts'
import type { Mode } from './mode.ts'

export const applicationDatabaseUrl = (mode: Mode) =>
  field.databaseUrl(mode).register(field.about, {
    secret: true,
    about: 'PostgreSQL as the application role, which owns nothing. The API and migrate read it.',
  })

/** If one secret had two uses, a leak in one would break the other. */
const mustDiffer = [
  ['JWT_REFRESH_SECRET', 'JWT_SECRET'],
  ['JWT_SECRET_PREVIOUS', 'JWT_SECRET'],
  ['JWT_SECRET_PREVIOUS', 'JWT_REFRESH_SECRET'],
  ['JWT_REFRESH_SECRET_PREVIOUS', 'JWT_SECRET'],
  ['JWT_REFRESH_SECRET_PREVIOUS', 'JWT_REFRESH_SECRET'],
  ['JWT_REFRESH_SECRET_PREVIOUS', 'JWT_SECRET_PREVIOUS'],
  ['SIGNUP_TOKEN', 'JWT_SECRET'],
  ['SIGNUP_TOKEN', 'JWT_REFRESH_SECRET'],
  ['HEALTH_SECRET', 'JWT_SECRET'],
  ['HEALTH_SECRET', 'JWT_REFRESH_SECRET'],
  ['HEALTH_SECRET', 'SIGNUP_TOKEN'],
  ['AUDIT_KEY', 'JWT_SECRET'],
  ['AUDIT_KEY', 'JWT_REFRESH_SECRET'],
  ['ALERT_WEBHOOK_SECRET', 'JWT_SECRET'],
  ['ALERT_WEBHOOK_SECRET', 'JWT_REFRESH_SECRET'],
  ['ALERT_WEBHOOK_SECRET', 'AUDIT_KEY'],
] as const

const mediaBucket = [
  'MEDIA_BUCKET_URL',
  'MEDIA_BUCKET',
  'MEDIA_BUCKET_KEY_ID',
  'MEDIA_BUCKET_SECRET',
] as const

/** What the API reads. */
export const apiEnv = (mode: Mode) =>
  z
    .object({
      DATABASE_URL: applicationDatabaseUrl(mode),
      DATABASE_POOL_MAX: field.integer(1, 200).prefault('10').register(field.about, {
        about: 'Connections to PostgreSQL that one API process opens at most.',
      }),
      REDIS_URL: field.redisUrl(mode).optional().register(field.about, {
        secret: true,
        about:
          'Redis or Valkey where several API processes count limits together: rediss://:password@host:6379',
      }),
      JWT_SECRET: field.secretText(secret.signing).register(field.about, {
        secret: true,
        about: 'Signs access tokens: 256 random bits or more, different from every other secret here.',
      }),
      JWT_REFRESH_SECRET: field.secretText(secret.signing).register(field.about, {
        secret: true,
        about: 'Keys the stored hashes of refresh tokens: 256 random bits or more.',
      }),
      JWT_SECRET_PREVIOUS: field.optionalSecretList(secret.signing).register(field.about, {
        secret: true,
        about: 'Replaced JWT_SECRETs that still verify, comma-separated. Remove each after 15 minutes.',
      }),
      JWT_REFRESH_SECRET_PREVIOUS: field.optionalSecretList(secret.signing).register(field.about, {
        secret: true,
        about: 'Replaced JWT_REFRESH_SECRETs that still verify, comma-separated. Remove each after 30 days.',
      }),
      ACCESS_TOKEN_TTL_SECONDS: field
        .integer(1, accessToken.maxLifetimeSeconds)
        .prefault(String(accessToken.maxLifetimeSeconds))
        .register(field.about, { about: 'Lifetime of an access token. It can only be shortened.' }),
      CORS_ORIGINS: field
        .devDefault(field.originList(mode), mode, 'http://localhost:3000')
        .register(field.about, {
          about: 'Exact origins whose pages may call the API, comma-separated: https://order.example.com',
        }),
      TRUSTED_PROXIES: field.optionalProxyList().register(field.about, {
        about: 'Addresses and networks (CIDR) whose X-Forwarded-For is believed, comma-separated.',
      }),
      API_HOST: field.host().prefault('127.0.0.1').register(field.about, {
        about: 'Address that the API listens on; 0.0.0.0 in a container.',
      }),
      API_PORT: field.integer(1, 65_535).prefault('3001').register(field.about, {
        about: 'Port that the API listens on.',
      }),
      ADMIN_PORT: field.integer(1, 65_535).optional().register(field.about, {
        about: 'Port of /ready and /metrics, e.g. 3002. Never publish it; nothing listens there without it.',
      }),
      ADMIN_HOST: field.host().prefault('127.0.0.1').register(field.about, {
        about: 'Address that ADMIN_PORT is opened on; 0.0.0.0 in a container.',
      }),
      HEALTH_SECRET: field.secretText(secret.health).optional().register(field.about, {
        secret: true,
        about:
          'Callers who send it to /health as X-Health-Secret get the details. Without it nobody gets them.',
      }),
      LOG_LEVEL: field
        .choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
        .default('info')
        .register(field.about, {
          about: 'Lowest level that is logged: trace, debug, info, warn, error, fatal, silent.',
        }),
      MEDIA_DIR: field.path().prefault('.data/media').register(field.about, {
        about: 'Folder that keeps uploaded photos, unless MEDIA_BUCKET names another place.',
      }),
      MEDIA_BUCKET_URL: field.internalUrl().optional().register(field.about, {
        about: 'Keeps photos in an S3-compatible store: https://s3.eu-central-1.amazonaws.com',
      }),
      MEDIA_BUCKET_REGION: field.plainName().prefault('auto').register(field.about, {
        about: 'Region that requests to the store are signed for.',
      }),
      MEDIA_BUCKET: field.plainName().optional().register(field.about, {
        about: 'Bucket for photos. It stays private: the API reads them for browsers.',
      }),
      MEDIA_BUCKET_KEY_ID: field.plainName().optional().register(field.about, {
        about: 'Key that may put, get and delete objects of that bucket.',
      }),
      MEDIA_BUCKET_SECRET: field.secretText(secret.database).optional().register(field.about, {
        secret: true,
        about: 'Secret of that key.',
      }),
      SIGNUP: field.choice(['token', 'open', 'closed']).default('token').register(field.about, {
        about:
          'Who may sign up a restaurant: holders of SIGNUP_TOKEN (token), anybody (open), nobody (closed).',
      }),
      SIGNUP_TOKEN: field.secretText(secret.signUp).optional().register(field.about, {
        secret: true,
        about: 'What a new owner types to sign up. Required in production while SIGNUP is token.',
      }),
      ...optionalAuditFields,
      SMTP_URL: field.smtpUrl().optional().register(field.about, {
        secret: true,
        about:
          'Mail server: smtps://user:password@mail.example.com. Without it invitations and password resets by e-mail are off.',
      }),
      MAIL_FROM: field.mailFrom().optional().register(field.about, {
        about: 'Sender of e-mail, required with SMTP_URL: RestAI <noreply@example.com>',
      }),
      ALERT_EMAIL: field.email().optional().register(field.about, {
        about: 'Who is mailed when something looks like an attack; needs SMTP_URL. It is logged in any case.',
      }),
      ALERT_WEBHOOK_URL: field.httpsUrl().optional().register(field.about, {
        about: 'Public URL that receives alerts by signed POST: https://alerts.example.com/restai',
      }),
      ALERT_WEBHOOK_SECRET: field.secretText(secret.signing).optional().register(field.about, {
        secret: true,
        about: 'Signs these, as webhooks are signed: 256 random bits or more. Required with the URL.',
      }),
    })
    .superRefine((env, ctx) => {
      if (isHalfSet(mediaBucket.map((name) => env[name]))) {
        ctx.addIssue({
          code: 'custom',
          path: ['MEDIA_BUCKET'],
          message: `goes with ${mediaBucket.join(', ')}`,
        })
      }
      if (mode === 'production' && env.SIGNUP === 'token' && env.SIGNUP_TOKEN === undefined) {
        ctx.addIssue({ code: 'custom', path: ['SIGNUP_TOKEN'], message: 'is missing while SIGNUP is token' })
      }
      if (env.ADMIN_PORT !== undefined && env.ADMIN_PORT === env.API_PORT) {
        ctx.addIssue({ code: 'custom', path: ['ADMIN_PORT'], message: 'must differ from API_PORT' })
      }
      if (env.AUDIT_CHECKPOINT_DIR !== undefined && env.AUDIT_KEY === undefined) {
        ctx.addIssue({
          code: 'custom',
          path: ['AUDIT_KEY'],
          message: 'is missing beside AUDIT_CHECKPOINT_DIR',
        })
      }
      if (env.SMTP_URL !== undefined && env.MAIL_FROM === undefined) {
        ctx.addIssue({ code: 'custom', path: ['MAIL_FROM'], message: 'is missing while SMTP_URL is set' })
      }
      if (env.ALERT_EMAIL !== undefined && env.SMTP_URL === undefined && mode === 'production') {
        ctx.addIssue({ code: 'custom', path: ['ALERT_EMAIL'], message: 'needs SMTP_URL' })
      }
      if (isHalfSet([env.ALERT_WEBHOOK_URL, env.ALERT_WEBHOOK_SECRET])) {
        const message = 'goes with ALERT_WEBHOOK_URL'
        ctx.addIssue({ code: 'custom', path: ['ALERT_WEBHOOK_SECRET'], message })
      }
      for (const [name, other] of mustDiffer) {
        if (shareSecret(env[name], env[other])) {
          ctx.addIssue({ code: 'custom', path: [name], message: `must differ from ${other}` })
        }
      }
    }, field.always)
    .readonly()

const isHalfSet = (values: readonly unknown[]): boolean =>
  values.some((value) => value !== undefined) && values.includes(undefined)

type SecretValue = string | readonly string[] | undefined

function shareSecret(one: SecretValue, other: SecretValue): boolean {
  const taken = new Set([other ?? []].flat())
  return [one ?? []].flat().some((value) => taken.has(value))
}
