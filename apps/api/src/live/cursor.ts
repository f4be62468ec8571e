import type { StreamHead } from '@repo/db'

/** Resume point `stream.epoch.seq`; a stream that has no entry yet is at epoch 0. */
export const formatCursor = (stream: string, head: StreamHead | undefined): string =>
  `${stream}.${head?.epoch ?? 0}.${head?.seq ?? 0}`

/** The resume point within `stream`, or null when the text is malformed or names another stream. */
export function parseCursor(text: string, stream: string): { epoch: number; seq: number } | null {
  if (!text.startsWith(`${stream}.`)) return null
  const match = /^(\d{1,10})\.(\d{1,15})$/.exec(text.slice(stream.length + 1))
  return match ? { epoch: Number(match[1]), seq: Number(match[2]) } : null
}

export const branchStream = (branchId: string): string => `branch:${branchId}`
export const sessionStream = (sessionId: string): string => `session:${sessionId}`
