import { expect, test } from 'vitest'
import { waitForQuietNetwork } from './wait-for-quiet-network.ts'

test('networks that still change are waited for', async () => {
  const addresses = ['10.0.0.1', '10.0.0.2', '10.0.0.3']
  const read = () => (addresses.length > 1 ? addresses.shift() : addresses[0])
  expect(await waitForQuietNetwork({ quietMs: 50, read })).toBe(true)
  expect(addresses).toEqual(['10.0.0.3'])
})

test('networks that never stop changing are not waited for endlessly', async () => {
  let changes = 0
  expect(await waitForQuietNetwork({ quietMs: 50, timeoutMs: 200, read: () => ++changes })).toBe(false)
})

test('the networks of this machine are read', async () => {
  expect(await waitForQuietNetwork({ quietMs: 50 })).toBe(true)
})
