import type { Mode } from './mode.ts'

const localHosts = new Set(['localhost', '127.0.0.1', '[::1]'])

/** What keeps `item` from being an origin exactly as a browser sends it; undefined when it is one. */
export function originProblem(item: string, mode: Mode): string | undefined {
  if (item === '') return 'is empty'
  if (item.includes('*')) return 'must not contain *'
  if (!URL.canParse(item)) return 'is not an origin such as https://order.example.com'
  const url = new URL(item)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'must begin with https://'
  if (url.origin !== item)
    return 'must be scheme, host and port alone, in lower case and without a final slash'
  if (url.protocol === 'http:' && mode === 'production' && !localHosts.has(url.hostname)) {
    return 'must begin with https:// in production'
  }
  return undefined
}
