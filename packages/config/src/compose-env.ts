import { z } from 'zod'
import * as field from './env-fields.ts'
import { secret } from './limits.ts'

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
    })
    .readonly()

/** Variables of the API that `docker-compose.yml` hands over from `.env`. */
export const composePassThrough = [
  'JWT_SECRET',
  'JWT_REFRESH_SECRET',
  'CORS_ORIGINS',
  'TRUSTED_PROXIES',
  'SIGNUP',
  'SIGNUP_TOKEN',
] as const
