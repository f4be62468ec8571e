import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createS3Store } from './create-s3-store.ts'
import type { MediaStore } from './media-store.ts'

const objects = new Map<string, Buffer>()
const seen: { method?: string | undefined; url?: string | undefined; authorization?: string | undefined }[] =
  []
/** The part of the protocol that the store uses. */
const server = createServer(async (request, response) => {
  const { method, url = '', headers } = request
  seen.push({ method, url, authorization: headers.authorization })
  const body = Buffer.concat(await request.toArray())
  if (url.startsWith('/broken/')) return void response.writeHead(403).end()
  if (method === 'PUT') objects.set(url, body)
  if (method === 'DELETE') objects.delete(url)
  const found = objects.get(url)
  response.writeHead(method === 'DELETE' ? 204 : found ? 200 : 404).end(method === 'GET' ? found : undefined)
})

let storeOf: (bucket: string) => MediaStore
beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'never-sent' }
  storeOf = (bucket) => createS3Store({ endpoint, region: 'eu-central-1', bucket, ...credentials })
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const key = `0194f000-0000-7000-8000-000000000001/${'a'.repeat(32)}-160.webp`

test('a stored file is read back, removed, and then missing', async () => {
  const store = storeOf('photos')
  await store.put(key, Buffer.from('bytes'), 'image/webp')
  expect(Buffer.from((await store.get(key)) ?? []).toString()).toBe('bytes')
  await store.remove(key)
  expect(await store.get(key)).toBeUndefined()
  await store.remove(key)
})

test('requests are signed for the region and never carry the secret', () => {
  for (const { url, authorization } of seen) {
    expect(url).toBe(`/photos/${key}`)
    expect(authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/s3\/aws4_request, /,
    )
    expect(authorization).not.toContain('never-sent')
  }
})

test('a refusal by the store is an error, not a missing file', async () => {
  await expect(storeOf('broken').get(key)).rejects.toThrow('403')
})

test.each(['../secrets', `${key}/../../other`, '', 'a/b.webp'])('%j is not a key', async (other) => {
  await expect(storeOf('photos').get(other)).rejects.toThrow('not a key')
})
