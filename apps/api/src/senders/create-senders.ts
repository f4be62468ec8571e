import type { ApiEnv, Mode } from '@repo/config'
import { createOutbox } from './create-outbox.ts'
import { createSmtpSender } from './create-smtp-sender.ts'
import type { Senders } from './senders.ts'

/** SMTP where it is configured, the outbox in development; production without SMTP sends no e-mail. */
export function createSenders(env: ApiEnv, mode: Mode): Senders {
  const rest =
    mode === 'development' ? createOutbox() : { email: undefined, sms: undefined, outbox: undefined }
  const { SMTP_URL, MAIL_FROM } = env
  return SMTP_URL && MAIL_FROM ? { ...rest, email: createSmtpSender(SMTP_URL, MAIL_FROM) } : rest
}
