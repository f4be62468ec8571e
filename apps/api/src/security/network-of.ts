/**
 * The network that guesses are counted by: the /24 of an IPv4 address, the /48 of an IPv6 one, because one attacker
 * easily has that many addresses. `address` is what `clientAddress` answers.
 */
export function networkOf(address: string): string {
  if (address.includes(':')) return `${address.split(':').slice(0, 3).join(':')}::/48`
  const parts = address.split('.')
  return parts.length === 4 ? `${parts.slice(0, 3).join('.')}.0/24` : address
}
