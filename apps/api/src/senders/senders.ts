export type EmailMessage = { to: string; subject: string; text: string }
export type SmsMessage = { to: string; text: string }

/** Carries e-mail. @throws Error when the message was not accepted */
export type EmailSender = { send(message: EmailMessage): Promise<void> }

/** Carries text messages; an installation plugs its own provider in. @throws Error when the message was not accepted */
export type SmsSender = { send(message: SmsMessage): Promise<void> }

/** How the process reaches people. Without `email` the features that need it answer EMAIL_UNAVAILABLE. */
export type Senders = {
  email: EmailSender | undefined
  sms: SmsSender | undefined
  outbox: Outbox | undefined
}

export type SentMessage = { kind: 'email' | 'sms'; to: string; subject: string; text: string; at: string }
export type Outbox = { messages(): readonly SentMessage[] }
