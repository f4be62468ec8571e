import { requestSize } from '@repo/config/limits'
import { ApiError, fieldError } from './api-error.ts'

const maxBytes = requestSize.bodyBytes

/** Reads a JSON body: the content type is demanded and the size is capped before the whole is buffered. */
export async function readJson(request: Request): Promise<unknown> {
  const contentType = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(contentType))
    throw new ApiError('UNSUPPORTED_MEDIA')
  const text = await readText(request)
  try {
    return JSON.parse(text)
  } catch {
    throw fieldError('VALIDATION_FAILED', '', 'is not JSON')
  }
}

async function readText(request: Request): Promise<string> {
  const declared = request.headers.get('content-length')
  if (declared !== null) {
    if (Number(declared) > maxBytes) throw new ApiError('BODY_TOO_LARGE')
    return request.text()
  }
  return readChunks(request)
}

async function readChunks(request: Request): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: false })
  let size = 0
  let text = ''
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw new ApiError('BODY_TOO_LARGE')
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}
