import { ApiError } from '../http/api-error.ts'

/**
 * Routes that a cookie opens are for our own pages. Browsers say where a request comes from in `Sec-Fetch-Site` and
 * `Origin`; a client that sends neither is not a browser and carries no one else's cookie.
 * @throws ORIGIN_NOT_ALLOWED
 */
export function checkRequestOrigin(headers: Headers, allowedOrigins: readonly string[]): void {
  const origin = headers.get('origin')
  if (origin !== null) {
    if (!allowedOrigins.includes(origin)) throw new ApiError('ORIGIN_NOT_ALLOWED')
    return
  }
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin') throw new ApiError('ORIGIN_NOT_ALLOWED')
}
