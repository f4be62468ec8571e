import type { Deps } from '../../http/deps.ts'
import type { EmailMessage } from '../../senders/senders.ts'

/** Sends an e-mail without delaying the answer; does nothing without a sender. */
export function sendInBackground({ senders, background }: Deps, message: EmailMessage): void {
  const { email } = senders
  if (email) background.run('send an e-mail', () => email.send(message))
}
