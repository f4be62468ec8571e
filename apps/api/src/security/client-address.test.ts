import { describe, expect, test } from 'vitest'
import { clientAddress, createTrustedProxies } from './client-address.ts'

const trusted = createTrustedProxies(['10.0.0.0/8', '::1'])

describe('the client address', () => {
  test('is the peer when the peer is not a trusted proxy, whatever it claims', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', trusted)).toBe('203.0.113.9')
  })
  test('is the last hop before the trusted proxies', () => {
    expect(clientAddress('10.0.0.2', '198.51.100.1, 203.0.113.9, 10.0.0.7', trusted)).toBe('203.0.113.9')
  })
  test('is the proxy when the header is missing or nonsense', () => {
    expect(clientAddress('10.0.0.2', null, trusted)).toBe('10.0.0.2')
    expect(clientAddress('10.0.0.2', 'evil', trusted)).toBe('10.0.0.2')
  })
  test('counts IPv6 by its /64 and reads mapped IPv4 as IPv4', () => {
    expect(clientAddress('2001:db8:1:2:3:4:5:6', null, trusted)).toBe('2001:db8:1:2::/64')
    expect(clientAddress('2001:db8::9', null, trusted)).toBe('2001:db8:0:0::/64')
    expect(clientAddress('::ffff:10.0.0.2', '198.51.100.1', trusted)).toBe('198.51.100.1')
  })
})
