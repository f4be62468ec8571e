import { describe, expect, test } from 'vitest'
import { countWaiting, roomTasks, tableTasks } from './table-tasks.ts'
import { aDish, aGuest, anOrder, aSession, aTable, at } from './testing/board.ts'

const now = new Date(at(30))
const tasksOf = (session: Parameters<typeof aSession>[0]) => tableTasks(aSession(session), now, 15)
const kinds = (session: Parameters<typeof aSession>[0]) => tasksOf(session).map(({ kind }) => kind)

describe('what a table waits for', () => {
  test('nothing, while guests choose and the kitchen is in time', () => {
    expect(kinds({ orders: [anOrder({ placedAt: at(20) })] })).toEqual([])
  })

  test('a guest who asks to sit down, but not one who has left', () => {
    const guests = [aGuest(), aGuest({ id: 'theo', state: 'pending' }), aGuest({ id: 'ana', state: 'left' })]
    expect(tasksOf({ guests })).toMatchObject([{ kind: 'guest', guest: { id: 'theo' } }])
  })

  test('an order to confirm is not also reported as late', () => {
    const order = anOrder({ state: 'pending', dishes: [aDish({ state: 'pending' })] })
    expect(kinds({ orders: [order] })).toEqual(['confirm'])
  })

  test('dishes at the pass and dishes that are late are told apart within one order', () => {
    const ready = aDish({ name: 'Causa', state: 'ready', stateSince: at(29) })
    const order = anOrder({
      state: 'preparing',
      dishes: [ready, aDish({ name: 'Beef', state: 'preparing' })],
    })
    expect(tasksOf({ orders: [order] })).toMatchObject([
      { kind: 'ready', since: at(29), dishes: [{ name: 'Causa' }] },
      { kind: 'late', since: at(0), dishes: [{ name: 'Beef' }] },
    ])
  })

  test('served and cancelled dishes wait for nobody', () => {
    const dishes = [aDish({ state: 'served' }), aDish({ state: 'cancelled' })]
    expect(kinds({ orders: [anOrder({ state: 'served', dishes })] })).toEqual([])
  })
})

describe('the room', () => {
  const call = { id: 'call', kind: 'bill' as const, state: 'open' as const, calledAt: at(27) }
  const tables = [
    aTable(aSession({ orders: [anOrder()] }), '12'),
    aTable(aSession({ calls: [{ ...call, id: 'taken', state: 'taken', calledAt: at(1) }] }), '3'),
    aTable(aSession({ calls: [call] }), '11'),
    aTable(aSession({ guests: [aGuest({ state: 'pending', joinedAt: at(25) })] }), '5'),
    aTable(null, '8'),
  ]
  const tasks = roomTasks({ cursor: '', serverTime: at(30), currency: 'PEN', targetMinutes: 15, tables }, now)

  test('is sorted by the longest wait; a late kitchen and tasks a colleague has taken come last', () => {
    expect(tasks.map(({ table, kind }) => [table.label, kind])).toEqual([
      ['5', 'guest'],
      ['11', 'call'],
      ['12', 'late'],
      ['3', 'taken'],
    ])
  })

  test('counts only what nobody has taken', () => {
    expect(countWaiting(tasks)).toBe(3)
  })
})
