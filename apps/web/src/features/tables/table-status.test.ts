import { expect, test } from 'vitest'
import { tableStatus } from './table-status.ts'
import { aDish, anOrder, aSession, aTable, at } from './testing/board.ts'

const statusOf = (session: Parameters<typeof aTable>[0]) => tableStatus(aTable(session), new Date(at(10)), 15)

test('a table goes from free over choosing and cooking to eating', () => {
  expect(statusOf(null)).toEqual({ kind: 'free' })
  expect(statusOf(aSession())).toEqual({ kind: 'choosing', since: at(0) })
  expect(statusOf(aSession({ orders: [anOrder({ placedAt: at(4) })] }))).toEqual({
    kind: 'cooking',
    since: at(4),
  })
  const served = anOrder({ state: 'served', dishes: [aDish({ state: 'served', stateSince: at(9) })] })
  expect(statusOf(aSession({ orders: [served] }))).toEqual({ kind: 'eating', since: at(9) })
})

test('a refused order leaves the table choosing', () => {
  const refused = anOrder({ state: 'cancelled', dishes: [aDish({ state: 'cancelled' })] })
  expect(statusOf(aSession({ orders: [refused] }))).toMatchObject({ kind: 'choosing' })
})

test('a waiting task takes precedence over the progress of the meal', () => {
  const calls = [{ id: 'call', kind: 'waiter' as const, state: 'open' as const, calledAt: at(8) }]
  expect(statusOf(aSession({ calls, orders: [anOrder()] }))).toMatchObject({
    kind: 'task',
    task: { kind: 'call' },
  })
})
