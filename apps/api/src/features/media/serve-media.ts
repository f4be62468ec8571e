import { ApiError } from '../../http/api-error.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { responseHeaders } from '../../http/headers.ts'

/** Bytes shown only as a picture and cached for good: the name is a hash of the content. @throws NOT_FOUND */
export async function serveMedia(
  c: { var: AppEnv['Variables'] },
  { branchId, file }: { branchId: string; file: string },
): Promise<Response> {
  const bytes = await c.var.deps.media.get(`${branchId}/${file}`)
  if (!bytes) throw new ApiError('NOT_FOUND')
  const headers = responseHeaders(c, {
    'content-type': file.endsWith('.avif') ? 'image/avif' : 'image/webp',
    'content-length': String(bytes.byteLength),
    'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'public, max-age=31536000, immutable',
  })
  return new Response(Buffer.from(bytes), { headers })
}
