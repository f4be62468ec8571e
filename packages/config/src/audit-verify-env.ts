import { z } from 'zod'
import { auditFields } from './audit-fields.ts'
import * as field from './env-fields.ts'
import type { Mode } from './mode.ts'

/** What `pnpm audit:verify` reads. */
export const auditVerifyEnv = (mode: Mode) =>
  z
    .object({
      MIGRATE_DATABASE_URL: field.databaseUrl(mode).register(field.about, {
        secret: true,
        about: 'PostgreSQL as the role that owns the tables.',
      }),
      ...auditFields,
    })
    .readonly()
