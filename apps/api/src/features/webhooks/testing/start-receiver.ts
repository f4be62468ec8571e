import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { signatureHeader } from '@repo/auth'
import { sendSafely, targetPolicy } from '../../../security/send-safely.ts'

export type Got = { id: string; signature: string; body: Buffer }

/** A server that takes webhooks, notes them and answers all with `status`; `outgoingHttp` takes its address for a public one. */
export async function startReceiver() {
  const receiver = { url: '', got: [] as Got[], status: 200, outgoingHttp: toLoopback, close }
  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray())
    const { [signatureHeader]: signature, 'webhook-id': id } = request.headers
    receiver.got.push({ id: String(id), signature: String(signature), body })
    response.writeHead(receiver.status).end('thank you')
  })
  function close(): void {
    server.closeAllConnections()
    server.close()
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`
  return receiver
}

const toLoopback = sendSafely({
  ...targetPolicy('production'),
  schemes: ['http:'],
  ports: 'any',
  isAllowed: (address) => address === '127.0.0.1',
})
