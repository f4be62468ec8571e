import { type ConnectionOptions, connect, getCACertificates, type PeerCertificate } from 'node:tls'
import { Skipped } from '../check.ts'
import type { Target } from '../target.ts'

type Handshake = { protocol: string; certificate: PeerCertificate }
const handshakeMs = 5_000

/** A TLS handshake with the site; undefined when it is refused. @throws Skipped when the site is not https */
export function shakeHands(target: Target, versions: ConnectionOptions): Promise<Handshake | undefined> {
  const { site, ca } = target.options
  if (site.protocol !== 'https:') throw new Skipped('the address is plain http: there is no TLS to look at')
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
