const longest = 400

/** An error's message with those of its causes: what a library wraps often says more than its wrapping. */
export function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const message = error.message.length > longest ? `${error.message.slice(0, longest)} …` : error.message
  return error.cause === undefined ? message : `${message}\n  because: ${explainError(error.cause)}`
}
