import { AwsClient } from 'aws4fetch'
import { assertMediaKey, type MediaStore } from './media-store.ts'

export type S3Options = {
  endpoint: string
  region: string
  bucket: string
  accessKeyId: string
  secretAccessKey: string
}

const timeoutMs = 10_000

/** Keeps files in a bucket of an S3-compatible store, addressed by path. */
export function createS3Store({ endpoint, bucket, ...credentials }: S3Options): MediaStore {
  const client = new AwsClient({ ...credentials, service: 's3', retries: 2 })
  async function call(method: string, key: string, init: RequestInit = {}): Promise<Response> {
    assertMediaKey(key)
    const signal = AbortSignal.timeout(timeoutMs)
    const response = await client.fetch(`${endpoint}/${bucket}/${key}`, { ...init, method, signal })
    if (!response.ok && response.status !== 404)
      throw new Error(`the media store answered ${response.status}`)
    return response
  }
  return {
    async put(key, bytes, type) {
      const { ok } = await call('PUT', key, { body: Buffer.from(bytes), headers: { 'content-type': type } })
      if (!ok) throw new Error('the media store has no such bucket')
    },
    async get(key) {
      const response = await call('GET', key)
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined
    },
    async remove(key) {
      await call('DELETE', key)
    },
  }
}
