import type { Order, OrderLine } from '@repo/schemas/contract'
import { describe, expect, test } from 'vitest'
import { tableNews } from './table-news.ts'
import { tablePlates } from './table-plates.ts'

type State = OrderLine['state']

const line = (name: string, state: State, changes: Partial<OrderLine> = {}): OrderLine => ({
  id: name,
  dishId: name,
  name,
  picture: null,
  ware: 'plate',
  backdrop: 'sky',
  stationId: null,
  quantity: 1,
  unitMinor: 1000,
  lineMinor: 1000,
  modifiers: [],
  note: '',
  state,
  stateSince: '2026-11-21T20:00:00Z',
  ...changes,
})
const order = (guestId: string, state: State, lines: OrderLine[], refusalReason: string | null = null) =>
  ({ id: lines[0]?.id, guestId, guestName: guestId, state, lines, refusalReason }) as unknown as Order
const guest = (id: string, state: 'active' | 'left' = 'active') =>
  ({ id, name: id, state, isHost: false, colour: 0, joinedAt: '2026-11-21T20:00:00Z' }) as const

describe('tableNews', () => {
  test('what is ready comes first, the guest’s own dish before a friend’s', () => {
    const orders = [
      order('theo', 'ready', [line('beef', 'ready')]),
      order('mara', 'preparing', [line('ceviche', 'ready'), line('soup', 'preparing', { quantity: 2 })]),
    ]
    expect(tableNews(orders, 'mara')).toEqual({
      news: { kind: 'ready', dishes: ['ceviche', 'beef'] },
      toCome: 2,
    })
  })

  test('a refused round is shown with its reason until the next one', () => {
    const refused = order('mara', 'cancelled', [line('ceviche', 'cancelled')], 'no fish left')
    expect(tableNews([refused], 'mara').news).toEqual({ kind: 'refused', reason: 'no fish left' })
    const next = order('mara', 'confirmed', [line('beef', 'confirmed')])
    expect(tableNews([refused, next], 'mara').news).toEqual({ kind: 'received' })
  })

  test.each<[State[], string]>([
    [['pending'], 'pending'],
    [['confirmed', 'pending'], 'pending'],
    [['confirmed', 'served'], 'received'],
    [['preparing', 'confirmed'], 'cooking'],
    [['served', 'served'], 'served'],
  ])('lines that are %s mean "%s"', (states, kind) => {
    const lines = states.map((state, at) => line(`dish ${at}`, state))
    expect(tableNews([order('mara', 'confirmed', lines)], 'mara').news.kind).toBe(kind)
  })
})

describe('tablePlates', () => {
  test('everybody has one plate, the viewer first, and nothing is shown twice', () => {
    const orders = [
      order('theo', 'preparing', [line('beef', 'preparing')]),
      order('mara', 'ready', [
        line('causa', 'served'),
        line('ceviche', 'ready'),
        line('chicha', 'served', { ware: 'glass' }),
      ]),
    ]
    const { plates, shared } = tablePlates(orders, [guest('theo'), guest('mara'), guest('inés')], 'mara')
    expect(plates.map(({ person, line: own }) => [person.id, own?.name])).toEqual([
      ['mara', 'ceviche'],
      ['theo', 'beef'],
      ['inés', undefined],
    ])
    expect(shared.map(({ name }) => name)).toEqual(['chicha', 'causa'])
  })

  test('what somebody ordered before leaving stays on the table', () => {
    const orders = [order('theo', 'served', [line('beef', 'served')])]
    expect(tablePlates(orders, [guest('theo', 'left'), guest('mara')], 'mara').plates).toHaveLength(2)
  })
})
