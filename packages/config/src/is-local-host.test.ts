import { expect, test } from 'vitest'
import { isLocalHost } from './is-local-host.ts'

test.each([
  'localhost',
  'LOCALHOST',
  'db.localhost',
  '127.0.0.1',
  '127.1.2.3',
  '[::1]',
  '::1',
  'postgres',
  'my-redis',
])('what is sent to %s stays on this machine', (host) => {
  expect(isLocalHost(host)).toBe(true)
})

test.each([
  'db.internal',
  '10.0.0.5',
  '192.168.1.2',
  '[fd00::1]',
  '127.0.0.1.example.com',
  '128.0.0.1',
  '2130706433',
  '',
])('what is sent to %j leaves this machine', (host) => {
  expect(isLocalHost(host)).toBe(false)
})
