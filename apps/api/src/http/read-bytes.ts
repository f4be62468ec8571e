import { requestSize } from '@repo/config/limits'
import { ApiError } from './api-error.ts'

/** One file as the whole body of a request. */
export type Upload = { types: readonly string[]; maxBytes: number }

/** Reads a file: one of the declared types is demanded, and what is too many is dropped as it comes. */
export async function readBytes(request: Request, { types, maxBytes }: Upload): Promise<Uint8Array> {
  const contentType = request.headers.get('content-type')?.trim().toLowerCase() ?? ''
  if (!types.includes(contentType)) throw new ApiError('UNSUPPORTED_MEDIA')
  if (Number(request.headers.get('content-length')) > maxBytes) throw new ApiError('BODY_TOO_LARGE')
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
