import type { EmailSender } from './senders.ts'

const oneAddress = /^[^\s,;:<>"()[\]\\@]+@[^\s,;:<>"()[\]\\@]+$/

/** Refuses what could add a header or a recipient, whatever the sender. @throws Error that quotes nothing */
export const headerSafe = (sender: EmailSender): EmailSender => ({
  async send(message) {
    if (!oneAddress.test(message.to)) throw new Error('the recipient is not one plain address')
    if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(message.subject)) throw new Error('the subject is not one line')
    await sender.send(message)
  },
})
