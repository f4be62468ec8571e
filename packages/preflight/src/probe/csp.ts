/** Directives of a Content-Security-Policy with their sources. */
export function parseCsp(text: string): Map<string, string[]> {
  const parts = text.split(';').map((part) => part.trim().split(/\s+/))
  return new Map(
    parts.filter(([name]) => name).map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  )
}
