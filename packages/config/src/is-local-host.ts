/**
 * Whether traffic to a host stays on this machine: a loopback address, or a name without a dot, which only the machine's
 * own resolver or container network can know.
 */
export function isLocalHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)) return true
  return host === 'localhost' || host.endsWith('.localhost') || /^[a-z][a-z0-9_-]*$/.test(host)
}
