import { requestSize } from '@repo/config/limits'
import { ApiError } from './api-error.ts'

/**
 * Reads a body of at most so many bytes. One that is somewhat too large is read to its end and dropped as it comes: a proxy may
 * send the next request on the same connection. @throws BODY_TOO_LARGE
 */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = request.headers.get('content-length')
  if (declared !== null && Number(declared) <= maxBytes) return new Uint8Array(await request.arrayBuffer())
  if (Number(declared) > requestSize.discardedBytes) throw new ApiError('BODY_TOO_LARGE')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > requestSize.discardedBytes) break
    if (size > maxBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (size > maxBytes) throw new ApiError('BODY_TOO_LARGE')
  return Buffer.concat(chunks, size)
}
