import * as field from './env-fields.ts'
import { secret } from './limits.ts'

/** Where the journal's signed checkpoints are, shared by the processes that write and verify them. */
export const auditFields = {
  AUDIT_KEY: field.secretText(secret.signing).register(field.about, {
    secret: true,
    about: "Signs the journal's checkpoints: 256 random bits or more, known to no database.",
  }),
  AUDIT_CHECKPOINT_DIR: field.folder().register(field.about, {
    about: "Folder of the journal's checkpoints; best on a disk that the database's host cannot write to.",
  }),
}

export const optionalAuditFields = {
  AUDIT_KEY: auditFields.AUDIT_KEY.optional().register(field.about, {
    secret: true,
    about: "Signs the journal's checkpoints: 256 random bits or more, known to no database.",
  }),
  AUDIT_CHECKPOINT_DIR: auditFields.AUDIT_CHECKPOINT_DIR.optional().register(field.about, {
    about: 'Folder that checkpoints of the journal are appended to. Without it none are made.',
  }),
}
