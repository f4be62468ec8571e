import type { JournalEntry } from '@repo/db'
import type { EventKind } from '@repo/schemas/contract'

/** One event for both audiences of a table: the branch's staff, who are told which session, and its guests. */
export const tableEvent = (
  sessionId: string,
  kind: EventKind,
  payload: NonNullable<JournalEntry['payload']> = {},
): JournalEntry[] => [
  { audience: 'branch', kind, payload: { sessionId, ...payload } },
  { audience: 'session', sessionId, kind, payload },
]
