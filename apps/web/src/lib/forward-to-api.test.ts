import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { forwardToApi } from './forward-to-api.ts'

const opened: { close: () => void }[] = []
afterEach(() => {
  for (const server of opened.splice(0)) server.close()
})

async function api(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(handler)
  opened.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('method, path, query, body and who asked reach the API unchanged', async () => {
  const url = await api(async (request, response) => {
    const chunks = await request.toArray()
    const { method, url: path, headers } = request
    response.end(JSON.stringify({ method, path, from: headers['x-forwarded-for'], body: chunks.join('') }))
  })
  const request = new Request('http://shop.example/api/orders?a=1%202', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
    body: '{"dish":"ají"}',
  })
  expect(await (await forwardToApi(request, url)).json()).toEqual({
    method: 'POST',
    path: '/api/orders?a=1%202',
    from: '203.0.113.7',
    body: '{"dish":"ají"}',
  })
})

test('the reply keeps its status and every cookie, and does not name the API', async () => {
  const url = await api((_, response) => {
    response.writeHead(201, { 'set-cookie': ['a=1; Path=/api/auth', 'b=2'], etag: '"7"' }).end('{}')
  })
  const reply = await forwardToApi(new Request('http://shop.example/api/x'), url)
  expect(reply.status).toBe(201)
  expect(reply.headers.getSetCookie()).toHaveLength(2)
  expect(reply.headers.get('etag')).toBe('"7"')
  expect(JSON.stringify([...reply.headers])).not.toContain('127.0.0.1')
})

test('an unchanged page of the API stays a 304 without a body', async () => {
  const url = await api((request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"7"' ? 304 : 500).end()
  })
  const request = new Request('http://shop.example/api/menu', { headers: { 'if-none-match': '"7"' } })
  expect((await forwardToApi(request, url)).status).toBe(304)
})

test('an event stream is passed on as it comes and never compressed', async () => {
  const url = await api((_, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write('data: first\n\n')
  })
  const reply = await forwardToApi(new Request('http://shop.example/api/events'), url)
  expect(reply.headers.get('cache-control')).toContain('no-transform')
  const reader = reply.body?.getReader()
  const first = await reader?.read()
  expect(new TextDecoder().decode(first?.value)).toBe('data: first\n\n')
  await reader?.cancel()
})

test('an API that does not answer is a problem document, not a broken page', async () => {
  const reply = await forwardToApi(new Request('http://shop.example/api/x'), 'http://127.0.0.1:1')
  expect(reply.status).toBe(503)
  expect(await reply.json()).toMatchObject({ code: 'UNAVAILABLE', status: 503 })
})
