import { isIP } from 'node:net'

/** What keeps `item` from being one address or one network in CIDR notation; undefined when it is one. */
export function proxyProblem(item: string): string | undefined {
  const [address = '', prefix, ...rest] = item.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return 'is not an IP address or network such as 10.0.0.0/8'
  if (prefix === undefined) return undefined
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > (version === 4 ? 32 : 128))
    return 'has a wrong prefix length'
  return Number(prefix) === 0 ? 'would trust everybody' : undefined
}
