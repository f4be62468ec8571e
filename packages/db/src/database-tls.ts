import { checkServerIdentity, type PeerCertificate } from 'node:tls'
import { isLocalHost } from '@repo/config'

/**
 * TLS for a connection that leaves this machine: the certificate must be valid for the host, whatever the URL says.
 * `NODE_EXTRA_CA_CERTS` names a file with a private authority. On this machine the URL decides.
 */
export function databaseTls(url: string) {
  const { hostname } = new URL(url)
  if (isLocalHost(hostname)) return {}
  const host = hostname.replace(/^\[|\]$/g, '')
  return {
    ssl: {
      rejectUnauthorized: true,
      checkServerIdentity: (_: string, certificate: PeerCertificate) =>
        checkServerIdentity(host, certificate),
    },
  }
}
