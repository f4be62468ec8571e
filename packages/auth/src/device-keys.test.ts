import { expect, it } from 'vitest'
import { deviceKeyHashes, newDeviceKey } from './device-keys.ts'

it('a key is 120 random bits in groups that can be read and typed', () => {
  const keys = Array.from({ length: 100 }, newDeviceKey)
  for (const key of keys) expect(key).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/)
  expect(new Set(keys).size).toBe(100)
})

it('a key is the same key however it is typed, and another under another secret', () => {
  const key = newDeviceKey()
  const [current, previous] = deviceKeyHashes(key, ['secret-1', 'secret-2'])
  expect(deviceKeyHashes(` ${key.toLowerCase().replaceAll('-', ' ')}`, ['secret-1'])).toEqual([current])
  expect(current).toMatch(/^[0-9a-f]{64}$/)
  expect(previous).not.toBe(current)
})
