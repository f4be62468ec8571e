import type { Reply } from '../exchange.ts'

type Json = Record<string, unknown>

/** The reply's JSON object; empty when it is not one. */
export function jsonOf({ body }: Pick<Reply, 'body'>): Json {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Json) : {}
  } catch {
    return {}
  }
}

export const codeOf = (reply: Pick<Reply, 'body'>): string => String(jsonOf(reply).code ?? '')

/** One header as text; a repeated one is joined. */
export const headerOf = ({ headers }: Pick<Reply, 'headers'>, name: string): string =>
  [headers[name] ?? ''].flat().join(', ')

/** What is wrong with the answer, or undefined. */
export function unlike(
  what: string,
  reply: Reply,
  wanted: { status: number | readonly number[]; code?: string | readonly string[] },
): string | undefined {
  const statuses = [wanted.status].flat()
  const codes = [wanted.code ?? []].flat()
  const code = codeOf(reply)
  const isFine = statuses.includes(reply.status) && (codes.length === 0 || codes.includes(code))
  if (isFine) return undefined
  const answered = `${reply.status}${code && ` ${code}`}`
  return `${what}: ${answered} instead of ${[statuses.join('/'), codes.join('/')].filter(Boolean).join(' ')}`
}
