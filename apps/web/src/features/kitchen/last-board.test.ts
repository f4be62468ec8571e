import type { KitchenBoard } from '@repo/schemas/contract'
import { afterEach, expect, test, vi } from 'vitest'
import { memoryStorage } from '@/stores/testing/memory-storage.ts'
import { forgetBoard, keepBoard, readBoard } from './last-board.ts'

const board = {
  cursor: 'branch:1.1.1',
  serverTime: '2026-01-01T12:00:00Z',
  branchName: 'Casa Perejil',
  targetMinutes: 15,
  stations: [{ id: 'fire', name: 'Fire', icon: 'flame' }],
  tickets: [{ id: '1', number: 7, placedAt: '2026-01-01T11:59:00Z', lines: [{ id: 'a', modifiers: [] }] }],
  soldOut: [],
} as unknown as KitchenBoard

afterEach(() => vi.unstubAllGlobals())

test('a display shows at its next start what it saw last, until its pairing ends', () => {
  vi.stubGlobal('localStorage', memoryStorage())
  expect(readBoard()).toBeUndefined()
  keepBoard(board)
  expect(readBoard()).toEqual({
    serverTime: board.serverTime,
    stations: board.stations,
    targetMinutes: 15,
    tickets: board.tickets,
  })
  forgetBoard()
  expect(readBoard()).toBeUndefined()
})

test.each([
  'no JSON',
  'null',
  '{}',
  JSON.stringify({ ...board, tickets: [{ id: '1' }] }),
  JSON.stringify({ ...board, tickets: {} }),
])('%s in its storage is not shown', (stored) => {
  const storage = memoryStorage()
  storage.setItem('restai.kitchen.last', stored)
  vi.stubGlobal('localStorage', storage)
  expect(readBoard()).toBeUndefined()
})

test('a browser without storage keeps nothing and still works', () => {
  keepBoard(board)
  forgetBoard()
  expect(readBoard()).toBeUndefined()
})
