import type { Order } from '@repo/schemas/contract'
import { expect, test } from 'vitest'
import { undoMoves } from '@/lib/live/line-moves.ts'
import { isDone, readyMoves, startMoves, tapMove, withAnswer, withPending } from './pending-moves.ts'

const line = (id: string, state: Order['lines'][number]['state']) => ({ id, state }) as Order['lines'][number]
const since = (id: string, state: Order['lines'][number]['state'], stateSince: string) => ({
  ...line(id, state),
  stateSince,
})
const ticket = (...lines: Order['lines']) => ({ id: 'order', lines }) as Order

test('a ticket is bumped by moving only the lines that are still to be done', () => {
  const moves = readyMoves(
    ticket(line('a', 'confirmed'), line('b', 'ready'), line('c', 'preparing'), line('d', 'cancelled')),
  )
  expect(moves.map(({ lineId }) => lineId)).toEqual(['a', 'c'])
})

test('a tap shows at once, before it is sent, and undoing it brings the ticket back', () => {
  const before = ticket(line('a', 'confirmed'))
  const moves = readyMoves(before)
  const bumped = withPending(before, [{ id: '1', orderId: 'order', moves }])
  expect(isDone(bumped)).toBe(true)
  const undone = withPending(before, [
    { id: '1', orderId: 'order', moves },
    { id: '2', orderId: 'order', moves: undoMoves(moves) },
  ])
  expect(undone.lines[0]?.state).toBe('confirmed')
})

test('a kept tap that somebody else overtook changes nothing', () => {
  const served = ticket(line('a', 'served'))
  expect(
    withPending(served, [
      { id: '1', orderId: 'order', moves: [{ lineId: 'a', from: 'confirmed', to: 'ready' }] },
    ]),
  ).toEqual(served)
})

test('taps on other tickets leave a ticket as it is', () => {
  const mine = ticket(line('a', 'confirmed'))
  expect(withPending(mine, [{ id: '1', orderId: 'other', moves: readyMoves(mine) }])).toBe(mine)
})

test('a served or cancelled line ignores taps', () => {
  expect(tapMove(line('a', 'served'))).toBeUndefined()
  expect(tapMove(line('a', 'cancelled'))).toBeUndefined()
})

test('starting a ticket moves only the lines that wait, and a started line is bumped like any other', () => {
  const before = ticket(line('a', 'confirmed'), line('b', 'ready'))
  const moves = startMoves(before)
  expect(moves).toEqual([{ lineId: 'a', from: 'confirmed', to: 'preparing' }])
  const started = withPending(before, [{ id: '1', orderId: 'order', moves }])
  expect(readyMoves(started)).toEqual([{ lineId: 'a', from: 'preparing', to: 'ready' }])
})

test('the late answer to a tap takes back nothing that has happened since', () => {
  const early = '2026-01-01T12:00:00.000Z'
  const late = '2026-01-01T12:00:01.000Z'
  const shown = ticket(since('a', 'served', late), since('b', 'confirmed', early))
  const answer = ticket(since('a', 'ready', early), since('b', 'ready', late))
  expect(withAnswer(shown, answer).lines.map(({ state }) => state)).toEqual(['served', 'ready'])
})
