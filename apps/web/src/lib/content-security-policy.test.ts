import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

test('a page runs only scripts that carry its nonce', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isDevelopment: false })
  expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';")
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline|ws:|\*/)
})

test('nothing may frame, rebase or plug into a page', () => {
  const policy = contentSecurityPolicy({ nonce: 'abc', isDevelopment: false })
  for (const directive of ['frame-ancestors', 'base-uri', 'object-src'])
    expect(policy).toContain(`${directive} 'none'`)
})
