import { describe, expect, test } from 'vitest'
import { parsePendingOrder } from './pending-order.ts'

const order = {
  key: 'b7a1c4b2-6f2e-4c61-9d3e-0a1b2c3d4e5f',
  body: { lines: [{ dishId: 'dish-1', quantity: 1, modifiers: [] }], expectedTotalMinor: 4600 },
}

describe('parsePendingOrder', () => {
  test('an order waits with the key it was confirmed under', () => {
    expect(parsePendingOrder(JSON.stringify(order))).toEqual(order)
  })

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['no key', JSON.stringify({ body: order.body })],
    ['a key with a line break', JSON.stringify({ ...order, key: 'a\nb' })],
    ['no lines', JSON.stringify({ ...order, body: { ...order.body, lines: [] } })],
    ['half a line', JSON.stringify({ ...order, body: { ...order.body, lines: [{ dishId: 'dish-1' }] } })],
    ['no total', JSON.stringify({ ...order, body: { lines: order.body.lines } })],
  ])('%s is not sent', (_, stored) => {
    expect(parsePendingOrder(stored)).toBeNull()
  })
})
