import { headerSafe } from './header-safe.ts'
import type { Senders, SentMessage } from './senders.ts'

const kept = 50

/** Senders that deliver nothing and keep the last messages in memory, for development and tests. */
export function createOutbox(now: () => Date = () => new Date()): Senders & { outbox: object } {
  const messages: SentMessage[] = []
  const keep = (message: Omit<SentMessage, 'at'>) => {
    messages.unshift({ ...message, at: now().toISOString() })
    messages.splice(kept)
  }
  return {
    email: headerSafe({ send: async (message) => keep({ kind: 'email', ...message }) }),
    sms: { send: async (message) => keep({ kind: 'sms', subject: '', ...message }) },
    outbox: { messages: () => messages },
  }
}
