import { z } from 'zod'
import * as field from './env-fields.ts'
import { secret } from './limits.ts'
import { proxyProblem } from './proxy-problem.ts'

const subnet = () =>
  z.string().superRefine((value, ctx) => {
    const problem = value.includes('/') ? proxyProblem(value) : 'is not a network such as 10.213.73.0/24'
    if (problem) ctx.addIssue(problem)
  })

/** What `docker-compose.yml` reads for itself, and makes the database URLs of the containers from. */
export const composeEnv = () =>
  z
    .object({
      SITE_ADDRESS: field.origin('production').register(field.about, {
        about: 'Where diners reach the restaurant, with its scheme: https://order.example.com',
      }),
      POSTGRES_PASSWORD: field.secretText(secret.database).register(field.about, {
        secret: true,
        about: "Password of the tables' owner in the bundled PostgreSQL, set at its first start.",
      }),
      APP_DATABASE_PASSWORD: field.secretText(secret.database).register(field.about, {
        secret: true,
        about: 'Password of the application role.',
      }),
      HTTP_PORT: field.integer(1, 65_535).prefault('80').register(field.about, {
        about: 'Port that redirects to https and answers the certificate authority.',
      }),
      HTTPS_PORT: field.integer(1, 65_535).prefault('443').register(field.about, {
        about: 'Port of the site; SITE_ADDRESS names any other than 443.',
      }),
      HSTS: field.choice(['full', 'basic', 'off']).default('full').register(field.about, {
        about: 'How firmly browsers hold on to https: full covers subdomains and preload, then basic, off.',
      }),
      EDGE_SUBNET: subnet().default('10.213.73.0/24').register(field.about, {
        about: 'Private network of caddy, web and api. Change it when the host already uses this one.',
      }),
    })
    .superRefine((env, ctx) => {
      if (env.POSTGRES_PASSWORD !== env.APP_DATABASE_PASSWORD) return
      const message = 'must differ from POSTGRES_PASSWORD'
      ctx.addIssue({ code: 'custom', path: ['APP_DATABASE_PASSWORD'], message })
    }, field.always)
    .readonly()

/** Variables of the API that `docker-compose.yml` hands over from `.env`. */
export const composePassThrough = [
  'JWT_SECRET',
  'JWT_REFRESH_SECRET',
  'JWT_SECRET_PREVIOUS',
  'JWT_REFRESH_SECRET_PREVIOUS',
  'ACCESS_TOKEN_TTL_SECONDS',
  'CORS_ORIGINS',
  'SIGNUP',
  'SIGNUP_TOKEN',
  'AUDIT_KEY',
  'SMTP_URL',
  'MAIL_FROM',
  'ALERT_EMAIL',
  'ALERT_WEBHOOK_URL',
  'ALERT_WEBHOOK_SECRET',
  'DATABASE_POOL_MAX',
  'REDIS_URL',
  'HEALTH_SECRET',
  'LOG_LEVEL',
  'MEDIA_BUCKET_URL',
  'MEDIA_BUCKET_REGION',
  'MEDIA_BUCKET',
  'MEDIA_BUCKET_KEY_ID',
  'MEDIA_BUCKET_SECRET',
] as const
