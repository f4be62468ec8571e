import { type NextRequest, NextResponse } from 'next/server'
import { contentSecurityPolicy } from './lib/content-security-policy.ts'
import { forwardToApi } from './lib/forward-to-api.ts'
import { apiInternalUrl } from './lib/web-env.ts'

/** Answers API traffic from the API and gives every page its own script nonce. */
export function proxy(request: NextRequest): Response | Promise<Response> {
  const { pathname } = request.nextUrl
  const isApi = pathname === '/health' || pathname.startsWith('/api/')
  return isApi ? forwardToApi(request, apiInternalUrl()) : page(request)
}

export const config = {
  matcher: '/((?!_next/|dishes/|fonts/|icons/|logos/).*)',
}

function page(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID()
  const isDevelopment = process.env.NODE_ENV === 'development'
  const isSecure = request.headers.get('x-forwarded-proto') === 'https'
  const policy = contentSecurityPolicy({ nonce, isDevelopment, isSecure })
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  return response
}
