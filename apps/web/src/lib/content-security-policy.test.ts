import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

const production = (isSecure: boolean) =>
  contentSecurityPolicy({ nonce: 'abc', isDevelopment: false, isSecure })

test('a page runs only scripts that carry its nonce', () => {
  const policy = production(true)
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|ws:|\*/)
})

test('nothing may frame a page, change its base or embed plugins', () => {
  const policy = production(true)
  for (const directive of ['frame-ancestors', 'base-uri', 'object-src'])
    expect(policy).toContain(`${directive} 'none'`)
})

test('pictures come from our own origin, or are made in the page', () => {
  expect(production(true)).toMatch(/(^|; )img-src 'self' data: blob:(;|$)/)
})

test('behind TLS a browser upgrades plain addresses within the page, and only there', () => {
  expect(production(true).split('; ')).toContain('upgrade-insecure-requests')
  expect(production(false)).not.toContain('upgrade-insecure-requests')
})
