/** What went wrong, for people to read: the first line of an error that wraps another, then the other. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (error.cause === undefined) return error.message
  return `${error.message.split('\n')[0]}\n  ${explainError(error.cause)}`
}
