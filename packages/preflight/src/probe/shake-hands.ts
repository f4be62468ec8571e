import { type ConnectionOptions, connect, getCACertificates, type PeerCertificate } from 'node:tls'
import type { Target } from '../target.ts'
import { demandHttps } from './demand-https.ts'

type Handshake = { protocol: string; certificate: PeerCertificate }
const handshakeMs = 5_000

/** A TLS handshake with the site; undefined when it is refused. */
export async function shakeHands(
  target: Target,
  versions: ConnectionOptions,
): Promise<Handshake | undefined> {
  const { site, ca } = target.options
  demandHttps(target)
  const host = site.hostname.replace(/^\[|\]$/g, '')
  const options = {
    ...versions,
    host,
    port: Number(site.port || 443),
    servername: host,
    timeout: handshakeMs,
    ...(ca && { ca: [...getCACertificates('default'), ca] }),
  }
  return new Promise((resolve) => {
    const socket = connect(options, () => {
      resolve({ protocol: socket.getProtocol() ?? '', certificate: socket.getPeerCertificate() })
      socket.destroy()
    })
    const refuse = () => {
      resolve(undefined)
      socket.destroy()
    }
    socket.on('error', refuse).on('timeout', refuse).on('close', refuse)
  })
}
