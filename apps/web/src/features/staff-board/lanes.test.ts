import type { LineState, Order } from '@repo/schemas/contract'
import { expect, test } from 'vitest'
import { groupByTable, laneKeys, sortIntoLanes } from './lanes.ts'

const at = (minute: number): string => `2026-01-03T19:${String(minute).padStart(2, '0')}:00.000Z`

const anOrder = (id: string, state: LineState, lines: LineState[], minute = 0) =>
  ({
    id,
    state,
    placedAt: at(minute),
    lines: lines.map((lineState, place) => ({
      id: `${id} ${place}`,
      name: lineState,
      state: lineState,
      stateSince: at(minute + 5 + place),
    })),
  }) as Order

const show = (lanes: ReturnType<typeof sortIntoLanes>) =>
  Object.fromEntries(
    laneKeys.map((key) => [key, lanes[key].map(({ order, lines }) => [order.id, lines.length])]),
  )

test('an order stands where its plates are: in two lanes while a part is at the pass', () => {
  const order = anOrder('7', 'preparing', ['ready', 'confirmed', 'preparing', 'served', 'cancelled'])
  expect(show(sortIntoLanes([order]))).toEqual({ in: [], fire: [['7', 2]], pass: [['7', 1]] })
})

test('what is new stays in the first lane until the kitchen touches it', () => {
  const orders = [anOrder('a', 'pending', ['pending']), anOrder('b', 'confirmed', ['confirmed'])]
  expect(show(sortIntoLanes(orders)).in).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})

test('what was ordered first comes first; at the pass, what came there first', () => {
  const later = anOrder('later', 'ready', ['ready'], 10)
  const older = anOrder('older', 'ready', ['ready'], 2)
  const { pass } = sortIntoLanes([later, older])
  expect(pass.map(({ order, since }) => [order.id, since])).toEqual([
    ['older', at(7)],
    ['later', at(15)],
  ])
})

test('what was served stands on its table until the table is closed, all rounds together', () => {
  const first = { ...anOrder('1', 'served', ['served', 'cancelled']), sessionId: 'open', tableLabel: '5' }
  const second = { ...anOrder('2', 'served', ['served']), sessionId: 'open', tableLabel: '5' }
  const gone = { ...anOrder('3', 'served', ['served']), sessionId: 'closed' }
  expect(groupByTable([first, gone, second], new Set(['open']))).toMatchObject([
    { tableLabel: '5', orders: [{ id: '1' }, { id: '2' }], lines: [{ id: '1 0' }, { id: '2 0' }] },
  ])
})
