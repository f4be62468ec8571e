import { z } from 'zod'
import { applicationDatabaseUrl } from './api-env.ts'
import * as field from './env-fields.ts'
import type { Mode } from './mode.ts'

/** What the migration reads: it owns the tables and makes the application role that `DATABASE_URL` names. */
export const migrateEnv = (mode: Mode) =>
  z
    .object({
      MIGRATE_DATABASE_URL: field.databaseUrl(mode).register(field.about, {
        secret: true,
        about: 'PostgreSQL as the role that owns the tables. Only migrate reads it.',
      }),
      DATABASE_URL: applicationDatabaseUrl(mode),
    })
    .superRefine((env, ctx) => {
      if (!URL.canParse(env.MIGRATE_DATABASE_URL) || !URL.canParse(env.DATABASE_URL)) return
      const [owner, application] = [new URL(env.MIGRATE_DATABASE_URL), new URL(env.DATABASE_URL)]
      if (owner.username === application.username) {
        ctx.addIssue({
          code: 'custom',
          path: ['DATABASE_URL'],
          message: 'must name another role than MIGRATE_DATABASE_URL',
        })
      }
      if (mode === 'production' && owner.password === application.password) {
        ctx.addIssue({
          code: 'custom',
          path: ['DATABASE_URL'],
          message: 'must have another password than MIGRATE_DATABASE_URL',
        })
      }
    }, field.always)
    .readonly()
