import { z } from 'zod'
import * as field from './env-fields.ts'
import { accessToken, secret } from './limits.ts'
import type { Mode } from './mode.ts'

export const applicationDatabaseUrl = (mode: Mode) =>
  field.databaseUrl(mode).register(field.about, {
    secret: true,
    about: 'PostgreSQL as the application role, which owns nothing. The API and migrate read it.',
  })

/** A secret with two uses would let a leak of one break the other. */
const mustDiffer = [
  ['JWT_REFRESH_SECRET', 'JWT_SECRET'],
  ['JWT_SECRET_PREVIOUS', 'JWT_SECRET'],
  ['JWT_SECRET_PREVIOUS', 'JWT_REFRESH_SECRET'],
  ['JWT_REFRESH_SECRET_PREVIOUS', 'JWT_SECRET'],
  ['JWT_REFRESH_SECRET_PREVIOUS', 'JWT_REFRESH_SECRET'],
  ['JWT_REFRESH_SECRET_PREVIOUS', 'JWT_SECRET_PREVIOUS'],
  ['SIGNUP_TOKEN', 'JWT_SECRET'],
  ['SIGNUP_TOKEN', 'JWT_REFRESH_SECRET'],
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
        about: 'Comma list of replaced JWT_SECRETs that still verify. Remove each after 15 minutes.',
      }),
      JWT_REFRESH_SECRET_PREVIOUS: field.optionalSecretList(secret.signing).register(field.about, {
        secret: true,
        about: 'Comma list of replaced JWT_REFRESH_SECRETs that still verify. Remove each after 30 days.',
      }),
      ACCESS_TOKEN_TTL_SECONDS: field
        .integer(1, accessToken.maxLifetimeSeconds)
        .prefault(String(accessToken.maxLifetimeSeconds))
        .register(field.about, { about: 'Life of an access token. It can only be shortened.' }),
      CORS_ORIGINS: field
        .devDefault(field.originList(mode), mode, 'http://localhost:3000')
        .register(field.about, {
          about: 'Comma list of the exact origins whose pages may call the API: https://order.example.com',
        }),
      TRUSTED_PROXIES: field.optionalProxyList().register(field.about, {
        about: 'Comma list of addresses and networks (CIDR) whose X-Forwarded-For is believed.',
      }),
      API_HOST: field.host().prefault('127.0.0.1').register(field.about, {
        about: 'Address that the API listens on; 0.0.0.0 in a container.',
      }),
      API_PORT: field.integer(1, 65_535).prefault('3001').register(field.about, {
        about: 'Port that the API listens on.',
      }),
      LOG_LEVEL: field
        .choice(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
        .default('info')
        .register(field.about, {
          about: 'Least level that is logged: trace, debug, info, warn, error, fatal, silent.',
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
          'Who may sign a restaurant up: holders of SIGNUP_TOKEN (token), anybody (open), nobody (closed).',
      }),
      SIGNUP_TOKEN: field.secretText(secret.signUp).optional().register(field.about, {
        secret: true,
        about: 'What a new owner types to sign up. Required in production while SIGNUP is token.',
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
