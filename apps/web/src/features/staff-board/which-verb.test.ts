import type { LineState, Order } from '@repo/schemas/contract'
import { expect, test } from 'vitest'
import { whichVerb } from './which-verb.ts'

const verbOf = (state: LineState, lines: LineState[], role: Parameters<typeof whichVerb>[2]) => {
  const order = { state, lines: lines.map((line) => ({ state: line })) } as Order
  return whichVerb(order, order.lines, role)
}

test('a waiting order is decided on before anything is served', () => {
  expect(verbOf('pending', ['pending'], 'waiter')).toBe('decide')
})

test('plates at the pass can be taken out, even while others cook', () => {
  expect(verbOf('preparing', ['preparing', 'ready'], 'cashier')).toBe('serve')
  expect(verbOf('preparing', ['preparing'], 'cashier')).toBeNull()
})

test('the kitchen is not offered verbs of the floor', () => {
  expect(verbOf('pending', ['pending'], 'kitchen')).toBeNull()
  expect(verbOf('ready', ['ready'], 'kitchen')).toBeNull()
})
