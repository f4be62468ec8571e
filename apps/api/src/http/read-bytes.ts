import { ApiError } from './api-error.ts'

/** One file as the whole body of a request. */
export type Upload = { types: readonly string[]; maxBytes: number }

/** Reads a file: one of the declared types is demanded, and reading ends with the first byte that is too many. */
export async function readBytes(request: Request, { types, maxBytes }: Upload): Promise<Uint8Array> {
  const contentType = request.headers.get('content-type')?.trim().toLowerCase() ?? ''
  if (!types.includes(contentType)) throw new ApiError('UNSUPPORTED_MEDIA')
  if (Number(request.headers.get('content-length')) > maxBytes) throw new ApiError('BODY_TOO_LARGE')
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new ApiError('BODY_TOO_LARGE')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
