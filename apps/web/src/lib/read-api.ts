import { headers } from 'next/headers'
import { apiInternalUrl } from './web-env.ts'

/** Later than this a page says that it cannot be shown, instead of leaving the reader before a blank screen. */
const timeoutMs = 5_000

export type ApiReading<Body> = { body: Body; etag: string | null }

/**
 * Reads public data for a page that is rendered on the server, in the name of the browser that asked: its address goes
 * along, so that limits count guests and not this process. Null for what does not exist. @throws Error otherwise
 */
export async function readApi<Body>(path: `/api/${string}`): Promise<ApiReading<Body> | null> {
  const forwardedFor = (await headers()).get('x-forwarded-for')
  const response = await fetchPatiently(new URL(path, apiInternalUrl()), {
    cache: 'no-store',
    signal: AbortSignal.timeout(timeoutMs),
    ...(forwardedFor ? { headers: { 'x-forwarded-for': forwardedFor } } : {}),
  })
  if (response.status === 404 || response.status === 400) return null
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`)
  return { body: (await response.json()) as Body, etag: response.headers.get('etag') }
}

const pausesMs = [300, 900]

/** An API that restarts refuses connections for a moment; reading again does no harm. */
async function fetchPatiently(url: URL, init: RequestInit): Promise<Response> {
  for (const pauseMs of pausesMs) {
    try {
      return await fetch(url, init)
    } catch (error) {
      if (init.signal?.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
  }
  return fetch(url, init)
}
