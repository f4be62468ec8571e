import { type ErrorCode, errorStatus } from '@repo/schemas/contract'
import type { Exchange } from './exchange.ts'
import type { Mutation } from './mutations.ts'

const maxEchoBytes = 64

/** What is wrong with an answer to a bad request; undefined when nothing is. */
export function judge(mutation: Mutation, answer: Exchange, allowed: readonly string[]): string | undefined {
  const { status, headers, text } = answer
  if (status >= 500 && !(status === 503 && mutation.path.startsWith('/health'))) return 'a server error'
  if (status === 429) return 'a limit answered instead'
  const mustFail = mutation.must !== 'anything'
  if (mustFail && status < 400) return 'was not refused'
  if (status >= 400 && mutation.method !== 'HEAD') {
    const code = problemCode(text)
    if (headers['content-type'] !== 'application/problem+json; charset=utf-8')
      return 'is not a problem document'
    if (code === undefined || errorStatus[code] !== status) return 'has no known code for this status'
    if (mutation.must === 'unknown-field' && code !== 'UNKNOWN_FIELD') return 'expected UNKNOWN_FIELD'
    const echoed = longestEcho(text, mutation)
    if (echoed !== undefined) return `echoes ${echoed.slice(0, 80)}`
  }
  if (mutation.must === 'not-found' && status !== 404 && status !== 400) return 'expected 404'
  if (mutation.must === 'wrong-verb') {
    const allow = String(headers.allow ?? '')
      .split(', ')
      .filter((verb) => verb !== 'HEAD')
    if (status !== 405) return 'expected 405'
    if (allow.toSorted().join() !== [...allowed].sort().join()) return `allows ${allow}`
  }
  return undefined
}

export function problemCode(text: string): ErrorCode | undefined {
  try {
    const { code } = JSON.parse(text) as { code?: string }
    return code !== undefined && Object.hasOwn(errorStatus, code) ? (code as ErrorCode) : undefined
  } catch {
    return undefined
  }
}

/** A stretch of the answer that is longer than 64 bytes and was in the request. */
function longestEcho(text: string, { path, body, headers }: Mutation): string | undefined {
  const sent = [path, decoded(path), body?.toString() ?? '', ...Object.values(headers)].filter(
    (part) => part.length > maxEchoBytes,
  )
  for (let at = 0; at + maxEchoBytes < text.length; at++) {
    const stretch = text.slice(at, at + maxEchoBytes + 1)
    if (sent.some((part) => part.includes(stretch))) return stretch
  }
  return undefined
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
