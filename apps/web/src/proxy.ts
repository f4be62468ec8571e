import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/content-security-policy.ts'
import { apiInternalUrl } from './lib/web-env.ts'

/** Sends API traffic to the API and gives every page its own script nonce. */
export function proxy(request: NextRequest): NextResponse {
  return isApiPath(request.nextUrl.pathname) ? toApi(request) : toPage(request)
}

export const config = {
  matcher: '/((?!_next/|dishes/|icons/).*)',
}

function isApiPath(pathname: string): boolean {
  return pathname === '/health' || pathname.startsWith('/api/')
}

function toApi(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers)
  // Compression would hold back events until its buffer is full.
  if (headers.get('accept')?.includes('text/event-stream')) headers.delete('accept-encoding')
  const target = new URL(request.nextUrl.pathname + request.nextUrl.search, apiInternalUrl())
  return NextResponse.rewrite(target, { request: { headers } })
}

function toPage(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID()
  const policy = contentSecurityPolicy({ nonce, isDevelopment: process.env.NODE_ENV === 'development' })
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}
