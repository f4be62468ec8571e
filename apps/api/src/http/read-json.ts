import { requestSize } from '@repo/config/limits'
import { ApiError, fieldError } from './api-error.ts'
import { checkJsonText } from './check-json-text.ts'
import { readBody } from './read-body.ts'

const jsonType = /^application\/json\s*(;\s*charset=("?)utf-8\2\s*)?$/i
// A byte order mark is kept, so that the text is not valid JSON.
const decoding = { fatal: true, ignoreBOM: true }

/**
 * Reads a JSON body: plain UTF-8 of the demanded content type, capped before the whole is buffered, and checked for what
 * parsers disagree about. @throws UNSUPPORTED_MEDIA, BODY_TOO_LARGE, VALIDATION_FAILED
 */
export async function readJson(request: Request): Promise<unknown> {
  const { headers } = request
  if (!jsonType.test(headers.get('content-type') ?? '')) throw new ApiError('UNSUPPORTED_MEDIA')
  if ((headers.get('content-encoding') ?? 'identity') !== 'identity') throw new ApiError('UNSUPPORTED_MEDIA')
  const bytes = await readBody(request, requestSize.bodyBytes)
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
