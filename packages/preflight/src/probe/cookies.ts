import type { Reply } from '../exchange.ts'

export type SetCookie = { name: string; value: string; attributes: ReadonlyMap<string, string> }

/** The cookies that a reply sets; names of attributes in lower case. */
export const cookiesOf = ({ headers }: Pick<Reply, 'headers'>): SetCookie[] =>
  (headers['set-cookie'] ?? []).map((line) => {
    const [pair = '', ...parts] = line.split(';')
    const [name, value] = split(pair)
    return { name, value, attributes: new Map(parts.map(split).map(([key, v]) => [key.toLowerCase(), v])) }
  })

const split = (text: string): [string, string] => {
  const at = text.indexOf('=')
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()]
}
