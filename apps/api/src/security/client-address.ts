import { BlockList, isIP } from 'node:net'

/** Proxies whose word about the client's address is believed. */
export function createTrustedProxies(entries: readonly string[]): BlockList {
  const trusted = new BlockList()
  for (const entry of entries) {
    const [address = '', prefix] = entry.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (prefix === undefined) trusted.addAddress(address, family)
    else trusted.addSubnet(address, Number(prefix), family)
  }
  return trusted
}

/**
 * The client's address: the rightmost entry of `X-Forwarded-For` that is not a trusted proxy, and only when the peer
 * itself is one. IPv6 counts by its /64, which is what one subscriber gets.
 */
export function clientAddress(peer: string, forwardedFor: string | null, trusted: BlockList): string {
  const hops = forwardedFor === null ? [] : forwardedFor.split(',').map((hop) => hop.trim())
  let address = plain(peer)
  while (isTrusted(address, trusted)) {
    const hop = hops.pop()
    if (hop === undefined || isIP(plain(hop)) === 0) break
    address = plain(hop)
  }
  return isIP(address) === 6 ? network64(address) : address
}

const plain = (address: string): string => (address.startsWith('::ffff:') ? address.slice(7) : address)

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = isIP(address)
  return family !== 0 && trusted.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function network64(address: string): string {
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0')
  return `${[...left, ...zeros, ...right].slice(0, 4).join(':')}::/64`
}
