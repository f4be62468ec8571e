import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canMoveLine, deriveOrderState, type LineState, lineStates, lineTransitions } from './order-states.ts'

const states = fc.array(fc.constantFrom(...lineStates), { minLength: 1, maxLength: 6 })
const reachableFrom = (start: LineState) => {
  const found = new Set([start])
  for (const state of found) for (const { from, to } of lineTransitions) if (from === state) found.add(to)
  return found
}

describe('lines', () => {
  test('reach every state from pending', () => {
    expect(reachableFrom('pending')).toEqual(new Set(lineStates))
  })

  test('that are cancelled stay so, and served ones are never cancelled', () => {
    expect(reachableFrom('cancelled')).toEqual(new Set(['cancelled']))
    expect(canMoveLine('served', 'cancelled')).toBe(false)
  })

  test('that were confirmed never wait again', () => {
    expect(reachableFrom('confirmed')).not.toContain('pending')
  })

  test('have one edge at most between two states, and none to the same state', () => {
    const edges = lineTransitions.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(edges).size).toBe(edges.length)
    expect(lineTransitions.filter(({ from, to }) => from === to)).toEqual([])
  })

  test('are undone only along an edge that goes forward', () => {
    for (const undo of lineTransitions.filter(({ kind }) => kind === 'undo')) {
      const forward = lineTransitions.find(({ from, to }) => from === undo.to && to === undo.from)
      expect(forward?.kind).toBe('forward')
    }
  })

  test.each([
    ['confirmed', 'ready', 'kitchen'],
    ['preparing', 'ready', 'kitchen'],
    ['ready', 'preparing', 'kitchen'],
    ['ready', 'confirmed', 'kitchen'],
    ['served', 'ready', 'staff'],
    ['pending', 'confirmed', 'staff'],
    ['pending', 'cancelled', 'staff'],
    ['pending', 'cancelled', 'guest'],
  ] as const)('go %s → %s by %s', (from, to, by) => {
    expect(canMoveLine(from, to)).toBe(true)
    expect(canMoveLine(from, to, by)).toBe(true)
  })

  test.each([
    ['pending', 'confirmed', 'kitchen'],
    ['pending', 'confirmed', 'guest'],
    ['confirmed', 'cancelled', 'guest'],
    ['preparing', 'cancelled', 'kitchen'],
    ['pending', 'ready', 'kitchen'],
    ['cancelled', 'confirmed', 'staff'],
  ] as const)('do not go %s → %s by %s', (from, to, by) => {
    expect(canMoveLine(from, to, by)).toBe(false)
  })
})

describe('an order', () => {
  test.each([
    [['pending'], 'pending'],
    [['pending', 'confirmed'], 'pending'],
    [['confirmed', 'confirmed'], 'confirmed'],
    [['confirmed', 'preparing'], 'preparing'],
    [['confirmed', 'ready'], 'preparing'],
    [['confirmed', 'served'], 'preparing'],
    [['pending', 'served'], 'preparing'],
    [['ready', 'served'], 'ready'],
    [['served', 'served'], 'served'],
    [['served', 'cancelled'], 'served'],
    [['cancelled', 'cancelled'], 'cancelled'],
  ] satisfies [LineState[], LineState][])('with lines %j is %s', (lines, expected) => {
    expect(deriveOrderState(lines)).toBe(expected)
  })

  test('has the state of its lines where they agree', () => {
    for (const state of lineStates) expect(deriveOrderState([state, state])).toBe(state)
  })

  test('has a state whatever its lines do, and ready or served only when all live lines are', () => {
    fc.assert(
      fc.property(states, (lines) => {
        const state = deriveOrderState(lines)
        const live = lines.filter((line) => line !== 'cancelled')
        expect(lineStates).toContain(state)
        expect(state === 'cancelled').toBe(live.length === 0)
        if (state === 'served') expect(new Set(live)).toEqual(new Set(['served']))
        if (state === 'ready') expect(live.every((line) => line === 'ready' || line === 'served')).toBe(true)
      }),
    )
  })

  test('has the same state whatever the order of its lines', () => {
    const shuffled = states.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    )
    fc.assert(
      fc.property(shuffled, ([lines, reordered]) => {
        expect(deriveOrderState(reordered)).toBe(deriveOrderState(lines))
      }),
    )
  })

  test('never falls back when a line goes forward', () => {
    const rank = (state: LineState) => lineStates.indexOf(state)
    const forward = lineTransitions.filter(({ kind }) => kind === 'forward')
    fc.assert(
      fc.property(states, fc.constantFrom(...forward), (others, { from, to }) => {
        const before = deriveOrderState([from, ...others])
        expect(rank(deriveOrderState([to, ...others]))).toBeGreaterThanOrEqual(rank(before))
      }),
    )
  })
})
