import { requestSize } from '@repo/config/limits'
import { ApiError, fieldError } from './api-error.ts'
import { checkJsonText } from './check-json-text.ts'

const maxBytes = requestSize.bodyBytes
const jsonType = /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i
// A byte order mark is kept, so that it is no JSON either.
const decoding = { fatal: true, ignoreBOM: true }

/**
 * Reads a JSON body: plain UTF-8 of the demanded content type, capped before the whole is buffered, and checked for what
 * parsers disagree about. @throws UNSUPPORTED_MEDIA, BODY_TOO_LARGE, VALIDATION_FAILED
 */
export async function readJson(request: Request): Promise<unknown> {
  const { headers } = request
  if (!jsonType.test(headers.get('content-type') ?? '')) throw new ApiError('UNSUPPORTED_MEDIA')
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') throw new ApiError('UNSUPPORTED_MEDIA')
  const bytes = await readBytes(request)
  const { text, value } = parse(bytes)
  checkJsonText(text)
  return value
}

function parse(bytes: Uint8Array): { text: string; value: unknown } {
  try {
    const text = new TextDecoder('utf-8', decoding).decode(bytes)
    return { text, value: JSON.parse(text) }
  } catch {
    throw fieldError('VALIDATION_FAILED', '', 'is not JSON in UTF-8')
  }
}

async function readBytes(request: Request): Promise<Uint8Array> {
  const declared = request.headers.get('content-length')
  if (declared === null) return readChunks(request)
  if (Number(declared) <= maxBytes) return new Uint8Array(await request.arrayBuffer())
  if (Number(declared) <= requestSize.discardedBytes) await readChunks(request)
  throw new ApiError('BODY_TOO_LARGE')
}

/** A body that is somewhat too large is read to its end and dropped: a proxy may send the next request on the same connection. */
async function readChunks(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > requestSize.discardedBytes) break
    if (size > maxBytes) chunks.length = 0
    else chunks.push(chunk)
  }
  if (size > maxBytes) throw new ApiError('BODY_TOO_LARGE')
  return Buffer.concat(chunks)
}
