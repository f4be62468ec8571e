import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
// By path, because the database package does not export its tests.
import { selfSignedCertificate } from '../../../../packages/db/src/testing/self-signed-certificate.ts'
import { connectRedis } from './connect-redis.ts'

const host = '127.0.0.1'
const password = 'Zx4kQ9vT2mB7nR5w'
const authorities = getCACertificates('default')
const ends: (() => unknown)[] = []
afterEach(() => {
  setDefaultCACertificates(authorities)
  for (const end of ends.splice(0)) end()
})

/** Returns what a Redis with this certificate has received from us. */
async function heardBy(certificate: { key: string; cert: string }): Promise<string> {
  let heard = ''
  const server = createServer(certificate, (socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes) => {
      heard += bytes.toString('latin1')
      socket.write('-ERR no such command\r\n')
    })
  }).listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const redis = await connectRedis(`rediss://:${password}@${host}:${port}`, pino({ level: 'silent' }))
  ends.push(
    () => redis.disconnect(),
    () => server.close(),
  )
  return heard
}

test('a Redis with an untrusted certificate, or one for another host, is sent nothing', async () => {
  expect(await heardBy(selfSignedCertificate(host))).toBe('')
  const foreign = selfSignedCertificate('203.0.113.9')
  setDefaultCACertificates([...authorities, foreign.cert])
  expect(await heardBy(foreign)).toBe('')
})

test('a Redis with a trusted certificate for its host is given the password', async () => {
  const trusted = selfSignedCertificate(host)
  setDefaultCACertificates([...authorities, trusted.cert])
  expect(await heardBy(trusted)).toContain(password)
})
