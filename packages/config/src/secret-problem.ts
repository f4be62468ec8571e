/** How strong a secret must be. `minBits` counts 4 bits per hex digit and 6 per other character. */
export type SecretStrength = { readonly minLengthChars: number; readonly minBits: number }

const placeholders = [
  /^<|^\$\{|\.\.\./,
  /changeme|changethis|replace|placeholder|secret|password|example|insecure|default|sample|dummy/,
  /(^|[-_])(your|test|demo|todo|fixme|xxx)[-_]/,
]
const repeatedPieceChars = 8

/**
 * What is wrong with a secret, without quoting it; undefined when it may be used. It cannot measure
 * randomness, so it refuses what random values practically never look like.
 */
export function secretProblem(value: string, strength: SecretStrength): string | undefined {
  if (isPlaceholder(value)) return 'is a placeholder'
  if (/\s/.test(value)) return 'must not contain spaces'
  if (value.length < strength.minLengthChars || bits(value) < strength.minBits) return 'is too short'
  if (new Set(value).size < Math.min(12, value.length / 3)) return 'has too few different characters'
  if (repeatsItself(value)) return 'repeats itself'
  if (isRun(value)) return 'is a sequence'
  if (isOneCase(value)) return 'looks like words, not random characters'
  return undefined
}

function isPlaceholder(value: string): boolean {
  const lower = value.toLowerCase()
  const letters = lower.replace(/[^a-z]/g, '')
  return placeholders.some((pattern) => pattern.test(lower) || pattern.test(letters))
}

const bits = (value: string): number => value.length * (/^[0-9a-f]+$/i.test(value) ? 4 : 6)

function repeatsItself(value: string): boolean {
  const seen = new Set<string>()
  for (let at = 0; at + repeatedPieceChars <= value.length; at += 1) {
    const piece = value.slice(at, at + repeatedPieceChars)
    if (seen.has(piece)) return true
    seen.add(piece)
  }
  return false
}

function isRun(value: string): boolean {
  let neighbours = 0
  for (let at = 1; at < value.length; at += 1) {
    if (Math.abs(value.charCodeAt(at) - value.charCodeAt(at - 1)) <= 1) neighbours += 1
  }
  return neighbours > value.length / 2
}

function isOneCase(value: string): boolean {
  const lower = value.replace(/[^a-z]/g, '').length
  const upper = value.replace(/[^A-Z]/g, '').length
  return Math.max(lower, upper) > value.length * 0.8
}
