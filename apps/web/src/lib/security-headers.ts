/** Headers of every page and asset; the policy with its nonce is added per page by the proxy. */
export const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // For scanners and old browsers; `frame-ancestors` forbids all framing.
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  // The browser filter that this disables had vulnerabilities itself.
  { key: 'X-XSS-Protection', value: '0' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
]

/** A file that somebody opens by itself may do nothing, an SVG included. */
export const filePolicy = {
  key: 'Content-Security-Policy',
  value:
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
}
