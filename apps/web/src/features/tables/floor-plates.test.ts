import { expect, test } from 'vitest'
import { floorPlates } from './floor-plates.ts'
import { aDish, aGuest, anOrder, aSession } from './testing/board.ts'

const guests = [aGuest(), aGuest({ id: 'theo' }), aGuest({ id: 'ines', state: 'pending' })]

test('each seated guest has a plate: bare, ringed at the pass, or with what was served', () => {
  const served = aDish({ picture: 'beef', ware: 'plate', state: 'served' })
  const ready = aDish({ picture: 'flan', ware: 'plate', state: 'ready' })
  expect(floorPlates(aSession({ guests }))).toEqual([{}, {}])
  expect(floorPlates(aSession({ guests, orders: [anOrder({ dishes: [served] })] }))).toEqual([
    { picture: 'beef', ware: 'plate', ready: false },
    {},
  ])
  expect(floorPlates(aSession({ guests, orders: [anOrder({ dishes: [served, ready] })] }))[0]).toEqual({
    picture: 'flan',
    ware: 'plate',
    ready: true,
  })
})

test('a free table is bare wood; an open one never looks free', () => {
  expect(floorPlates(null)).toEqual([])
  expect(floorPlates(aSession({ guests: [aGuest({ state: 'left' })] }))).toHaveLength(1)
})
