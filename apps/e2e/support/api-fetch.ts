import { baseUrl } from './base-url.ts'

/** `fetch` of a client at this address, as the proxy in front of the stack reports it. */
export function apiFetch(address: string, accessToken?: string, origin = baseUrl): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('x-forwarded-for', address)
    if (accessToken) headers.set('authorization', `Bearer ${accessToken}`)
    return fetch(new URL(String(input), origin), { ...init, headers })
  }
}
