import { expect, test } from 'vitest'
import { checkRequestOrigin } from './request-origin.ts'

const allowed = ['https://order.example.com']
const check = (headers: Record<string, string>) => () => checkRequestOrigin(new Headers(headers), allowed)

test('our own page and a client that is not a browser may use a cookie route', () => {
  expect(check({ origin: 'https://order.example.com', 'sec-fetch-site': 'same-origin' })).not.toThrow()
  expect(check({ 'sec-fetch-site': 'same-origin' })).not.toThrow()
  expect(check({})).not.toThrow()
})

test.each([
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://order.example.com.evil.example' },
  { origin: 'http://order.example.com' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
])('another site may not: %o', (headers) => {
  expect(check(headers as unknown as Record<string, string>)).toThrow('ORIGIN_NOT_ALLOWED')
})
