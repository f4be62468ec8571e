import type { Deps } from '../../http/deps.ts'
import type { EmailMessage } from '../../senders/senders.ts'

/** Sends an e-mail that no answer waits for; without a sender it is left out. */
export function sendInBackground({ senders, background }: Deps, message: EmailMessage): void {
  const { email } = senders
  if (email) background.run('send an e-mail', () => email.send(message))
}
