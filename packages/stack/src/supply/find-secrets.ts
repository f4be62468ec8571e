import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type FoundSecret = { kind: string; line: number; digest: string }

/** Formats that are secrets by themselves. */
const formats: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/g],
  ['AWS access key', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/g],
  ['GitHub token', /\b(?:gh[pousr]_\w{36,}|github_pat_\w{40,})/g],
  ['npm token', /\bnpm_[A-Za-z0-9]{36}\b/g],
  ['Stripe key', /\b(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}|\bwhsec_[A-Za-z0-9+/]{24,}/g],
  ['Slack token', /\bxox[abeoprs]-[\w-]{10,}/g],
  ['Google key', /\bAIza[\w-]{35}\b/g],
  ['JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g],
]
/** A candidate contains a password, or follows a telling name, and is random enough to be a secret. */
const carriers: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['connection string', /\b[a-z][a-z+]+:\/\/[^\s:@/'"`]+:([^\s:@/'"`${}]{8,})@/g],
  [
    'assigned secret',
    /(?:secret|token|passw(?:or)?d|api_?key|private_?key|audit_key)\w*["']?\s*[:=]\s*["'`]?([A-Za-z0-9+/=_-]{24,})(?![\w(.])/gi,
  ],
]
const minBitsPerChar = 3.5

type Options = {
  allowed: ReadonlySet<string>
  /** Tests are full of made-up passwords, so that only known formats count there. */
  formatsOnly?: boolean
}

/** Likely secrets in a text, except those whose digest is allowed. Values are never returned. */
export function findSecrets(text: string, { allowed, formatsOnly = false }: Options): FoundSecret[] {
  const found = [
    ...formats.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({ kind, match, value: match[0] })),
    ),
    ...(formatsOnly ? [] : carriers).flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)]
        .map((match) => ({ kind, match, value: match[1] ?? '' }))
        .filter(({ value }) => looksRandom(value)),
    ),
  ]
  return found
    .map(({ kind, match, value }) => ({
      kind,
      line: text.slice(0, match.index).split('\n').length,
      digest: digestOf(value),
    }))
    .filter(({ digest }) => !allowed.has(digest))
}

/** Stands for a value in the list of allowed ones, so that the list repeats no secret. */
export const digestOf = (value: string): string =>
  createHash('sha256').update(value).digest('hex').slice(0, 32)

/** Values of tests and examples that look like secrets, each with the reason why it is not one. */
export function readAllowed(): ReadonlySet<string> {
  const file: Record<string, string> = JSON.parse(
    readFileSync(new URL('allowed-secrets.json', import.meta.url), 'utf8'),
  )
  return new Set(Object.keys(file))
}

function looksRandom(value: string): boolean {
  return /\d/.test(value) && /[a-z]/i.test(value) && bitsPerChar(value) >= minBitsPerChar
}

function bitsPerChar(value: string): number {
  const counts = Map.groupBy(value, (char) => char)
  const shares = [...counts.values()].map((chars) => chars.length / value.length)
  return -shares.reduce((sum, share) => sum + share * Math.log2(share), 0)
}
