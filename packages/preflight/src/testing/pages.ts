import { randomUUID } from 'node:crypto'
// By path, because the web app exports nothing.
import { contentSecurityPolicy } from '../../../../apps/web/src/lib/content-security-policy.ts'
import { securityHeaders } from '../../../../apps/web/src/lib/security-headers.ts'
import type { EdgeReply, EdgeRequest } from './edge-messages.ts'

const headers = Object.fromEntries(securityHeaders.map(({ key, value }) => [key.toLowerCase(), value]))
const script = '/_next/static/chunks/main.js'

/** Pages as the web server sends them: its own headers and policy, and one script. */
export function servePage({ path }: Pick<EdgeRequest, 'path'>): EdgeReply {
  if (path === script) {
    const type = { 'content-type': 'text/javascript' }
    return { status: 200, headers: { ...headers, ...type }, body: "fetch('/api/auth/me')" }
  }
  const nonce = randomUUID()
  const policy = contentSecurityPolicy({ nonce, isDevelopment: false, isSecure: true })
  return {
    status: ['/', '/sign-in', '/sign-up'].includes(path) ? 200 : 404,
    headers: { ...headers, 'content-security-policy': policy, 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>RestAI</title><link rel="icon" href="/icons/mark.svg"><script src="${script}" nonce="${nonce}"></script>`,
  }
}
