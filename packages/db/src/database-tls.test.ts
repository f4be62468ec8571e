import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { createSecureContext, getCACertificates, setDefaultCACertificates, TLSSocket } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { connect } from './connect.ts'
import { selfSignedCertificate } from './testing/self-signed-certificate.ts'

// Another name for this machine's loopback address, which the rule treats as a foreign host.
const host = '0.0.0.0'
const password = 'Zx4kQ9vT2mB7nR5w'
const authorities = getCACertificates('default')
const ends: (() => void)[] = []
afterEach(() => {
  setDefaultCACertificates(authorities)
  for (const end of ends.splice(0)) end()
})

// An ErrorResponse of the protocol: a wrong password.
const refusal = Buffer.from('E\0\0\0\x16SFATAL\0C28P01\0M-\0\0', 'latin1')

/** The start of PostgreSQL's protocol: whether it speaks TLS, and what it then receives. */
async function startServer(certificate?: { key: string; cert: string }) {
  const heard: Buffer[] = []
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {})
    socket.once('data', () => {
      socket.write(certificate ? 'S' : 'N')
      if (!certificate) return void socket.on('data', (bytes) => heard.push(bytes))
      const secure = new TLSSocket(socket, {
        isServer: true,
        secureContext: createSecureContext(certificate),
      })
      secure.on('error', () => {})
      secure.on('data', (bytes) => {
        heard.push(bytes)
        secure.end(refusal)
      })
    })
  }).listen(0, host)
  await once(server, 'listening')
  ends.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const ask = async (query = ''): Promise<unknown> => {
    const database = connect({ url: `postgres://app:${password}@${host}:${port}/restai${query}`, poolMax: 1 })
    try {
      return await database`select 1`.then(
        () => 'answered',
        (error: { code?: string }) => error.code,
      )
    } finally {
      await database.end({ timeout: 0 })
    }
  }
  return { heard, ask }
}

test('a server with an untrusted certificate is sent nothing', async () => {
  const { heard, ask } = await startServer(selfSignedCertificate(host))
  expect(await ask()).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(await ask('?sslmode=require')).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(await ask('?sslmode=disable')).toBe('DEPTH_ZERO_SELF_SIGNED_CERT')
  expect(heard).toEqual([])
})

test('a certificate for another host is refused, though its authority is trusted', async () => {
  const certificate = selfSignedCertificate('203.0.113.9')
  setDefaultCACertificates([...authorities, certificate.cert])
  const { heard, ask } = await startServer(certificate)
  expect(await ask()).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  expect(heard).toEqual([])
})

test('a server without TLS gets no connection', async () => {
  const { heard, ask } = await startServer()
  expect(await ask()).not.toBe('answered')
  expect(Buffer.concat(heard).toString('latin1')).not.toContain('restai')
})

test('a server with a trusted certificate for the host gets the connection', async () => {
  const certificate = selfSignedCertificate(host)
  setDefaultCACertificates([...authorities, certificate.cert])
  const { heard, ask } = await startServer(certificate)
  expect(await ask()).toBe('28P01')
  expect(Buffer.concat(heard).toString('latin1')).toContain('restai')
})
