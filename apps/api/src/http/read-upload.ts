import { ApiError } from './api-error.ts'
import { readBody } from './read-body.ts'

/** One file as the whole body of a request. */
export type Upload = { types: readonly string[]; maxBytes: number }

/** Reads a file of one of the declared types. @throws UNSUPPORTED_MEDIA, BODY_TOO_LARGE */
export async function readUpload(request: Request, { types, maxBytes }: Upload): Promise<Uint8Array> {
  const contentType = request.headers.get('content-type')?.trim().toLowerCase() ?? ''
  if (!types.includes(contentType)) throw new ApiError('UNSUPPORTED_MEDIA')
  return readBody(request, maxBytes)
}
