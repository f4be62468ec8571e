import { lookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { Mode } from '@repo/config'
import { outgoing } from '@repo/config/limits'
import { checkTarget, SendRefused, type Target, type TargetPolicy } from './check-target.ts'
import { isPublicAddress } from './is-public-address.ts'

export type OutgoingMessage = { url: string; headers: Record<string, string>; body: string | Uint8Array }

/** The only way to call URLs that users give us. */
export type OutgoingHttp = {
  /** Checks whether such a URL would be called now. @throws SendRefused */
  check(url: string): Promise<void>
  /** Sends by POST and answers the status; what the other side wrote is read up to a cap and dropped. @throws SendRefused */
  send(message: OutgoingMessage): Promise<{ status: number }>
}

type Caps = { timeoutMs: number; maxResponseBytes: number }

/** Redirects are never followed: a 3xx is an answer like any other. */
export function sendSafely(policy: TargetPolicy, caps: Caps = outgoing): OutgoingHttp {
  return {
    check: (url) => within(caps, async () => void (await checkTarget(url, policy))),
    send: (message) =>
      within(caps, async (signal) => exchange(await checkTarget(message.url, policy), message, caps, signal)),
  }
}

/** Development may call the developer's own machine; nothing else may. */
export const targetPolicy = (mode: Mode): TargetPolicy => ({
  schemes: mode === 'development' ? ['https:', 'http:'] : ['https:'],
  ports: mode === 'development' ? 'any' : outgoing.ports,
  isAllowed: (address) => isPublicAddress(address) || (mode === 'development' && isLoopback(address)),
  resolve: async (name) => (await lookup(name, { all: true })).map(({ address }) => address),
})

const isLoopback = (address: string): boolean => address === '127.0.0.1' || address === '::1'

/** One deadline for the whole exchange, name resolution included, so that a slow drip is given up. */
async function within<T>({ timeoutMs }: Caps, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const signal = AbortSignal.timeout(timeoutMs)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new SendRefused('TIMEOUT')), { once: true })
  })
  try {
    return await Promise.race([late, work(signal)])
  } catch (error) {
    throw error instanceof SendRefused ? error : new SendRefused('CONNECTION_FAILED')
  }
}

function exchange(
  { url, host, address, port }: Target,
  { headers, body }: OutgoingMessage,
  { maxResponseBytes }: Caps,
  signal: AbortSignal,
): Promise<{ status: number }> {
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request({
      // Connects to the checked address; the name is only sent along and matched with the certificate.
      host: address,
      port,
      ...(secure && isIP(host) === 0 && { servername: host }),
      path: url.pathname + url.search,
      method: 'POST',
      headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal,
    })
    const fail = (code: 'RESPONSE_TOO_LARGE' | 'CONNECTION_FAILED') => reject(new SendRefused(code))
    request.on('error', () => fail('CONNECTION_FAILED'))
    request.on('close', () => fail('CONNECTION_FAILED'))
    request.on('response', (response) => {
      let bytes = 0
      response.on('error', () => fail('CONNECTION_FAILED'))
      response.on('end', () => resolve({ status: response.statusCode ?? 0 }))
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.byteLength
        if (bytes <= maxResponseBytes) return
        fail('RESPONSE_TOO_LARGE')
        request.destroy()
      })
    })
    request.end(body)
  })
}
