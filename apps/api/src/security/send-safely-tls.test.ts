import { once } from 'node:events'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates, type TLSSocket } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
// By path, because preflight does not export its tests.
import { makeCertificate } from '../../../../packages/preflight/src/testing/certificate.ts'
import type { TargetPolicy } from './check-target.ts'
import { sendSafely } from './send-safely.ts'

const authorities = getCACertificates('default')
const ends: (() => void)[] = []
afterEach(() => {
  setDefaultCACertificates(authorities)
  for (const end of ends.splice(0)) end()
})

const policy: TargetPolicy = {
  schemes: ['https:'],
  ports: 'any',
  isAllowed: () => true,
  resolve: async () => ['127.0.0.1'],
}

/** A receiver with a trusted certificate for `localhost` and 127.0.0.1, and the names that it was asked for. */
async function startReceiver() {
  const names: unknown[] = []
  const certificate = makeCertificate(80)
  setDefaultCACertificates([...authorities, certificate.cert])
  const server = createServer(certificate, (incoming, outgoing) => {
    names.push((incoming.socket as TLSSocket & { servername?: string }).servername)
    incoming.resume()
    outgoing.end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  ends.push(() => server.close())
  const { port } = server.address() as AddressInfo
  const send = (host: string) =>
    sendSafely(policy).send({ url: `https://${host}:${port}/`, headers: {}, body: '{}' })
  return { names, send }
}

test('the receiver is asked for by its name, though its checked address is called', async () => {
  const { names, send } = await startReceiver()
  expect(await send('localhost')).toEqual({ status: 200 })
  expect(names).toEqual(['localhost'])
})

test('a certificate that is good for the address alone is not good for the name', async () => {
  const { names, send } = await startReceiver()
  await expect(send('hook.test')).rejects.toMatchObject({ code: 'CONNECTION_FAILED' })
  expect(names).toEqual([])
})
