import { BlockList, isIP } from 'node:net'

// What IANA's special-purpose registries (RFC 6890 and its successors) keep from the public internet, and multicast.
const special4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  // A cloud's metadata service on an address that is otherwise public.
  ['168.63.129.16', 32],
]

// Of IPv6 only 2000::/3 is routed; these parts of it are not, or carry an IPv4 address inside.
const special6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const unreachable = new BlockList()
for (const [network, prefix] of special4) unreachable.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of special6) unreachable.addSubnet(network, prefix, 'ipv6')
const global6 = new BlockList()
global6.addSubnet('2000::', 3, 'ipv6')

/** Whether an address belongs to the public internet; anything that is not an address does not. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !unreachable.check(address, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  return global6.check(address, 'ipv6') && !unreachable.check(address, 'ipv6')
}
