import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApp, type TestApp } from '../../testing/test-app.ts'

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
})
afterAll(() => t.close())

type OrderBody = { id: string; state: string; lines: { id: string; state: string }[] }

async function placedOrder(options?: Parameters<TestApp['createTenant']>[0]) {
  const at = await t.createTenant(options)
  const guest = await t.joinTable(at)
  const line = { dishId: at.dishes.soup, quantity: 1, modifiers: [] }
  const reply = await t.call('POST', '/api/customer/orders', {
    token: guest.token,
    json: { lines: [line, line], expectedTotalMinor: 5_000 },
    headers: { 'idempotency-key': 'k' },
  })
  const order = reply.body as unknown as OrderBody
  const cook = await t.signInAs(at, 'kitchen')
  const waiter = await t.signInAs(at, 'waiter')
  const move = (moves: { line: number; from: string; to: string }[], as: 'cook' | 'waiter' = 'cook') =>
    t.call(
      'POST',
      `/api/branches/${at.branchId}/${as === 'cook' ? 'kitchen/tickets' : 'orders'}/${order.id}/moves`,
      {
        token: as === 'cook' ? cook.token : waiter.token,
        json: {
          moves: moves.map(({ line: index, from, to }) => ({ lineId: order.lines[index]?.id, from, to })),
        },
      },
    )
  return { at, guest, order, cook, waiter, move }
}

describe('lines', () => {
  test('move on their own, and the order follows from them', async () => {
    const { move } = await placedOrder()
    expect((await move([{ line: 0, from: 'confirmed', to: 'ready' }])).body).toMatchObject({
      state: 'preparing',
      lines: [{ state: 'ready' }, { state: 'confirmed' }],
    })
    expect((await move([{ line: 1, from: 'confirmed', to: 'ready' }])).body).toMatchObject({ state: 'ready' })
    const both = [0, 1].map((line) => ({ line, from: 'ready', to: 'served' }))
    expect((await move(both, 'waiter')).body).toMatchObject({ state: 'served' })
  })

  test('can be taken back', async () => {
    const { move } = await placedOrder()
    await move([{ line: 0, from: 'confirmed', to: 'ready' }])
    expect((await move([{ line: 0, from: 'ready', to: 'confirmed' }])).body).toMatchObject({
      state: 'confirmed',
    })
  })

  test('that somebody else moved first are a conflict, and nothing of the batch is written', async () => {
    const { move, at, cook, order } = await placedOrder()
    await move([{ line: 0, from: 'confirmed', to: 'ready' }])
    const late = await move([
      { line: 1, from: 'confirmed', to: 'ready' },
      { line: 0, from: 'confirmed', to: 'ready' },
    ])
    expect(late).toMatchObject({ status: 409, body: { code: 'CONFLICT' } })
    const board = await t.call('GET', `/api/branches/${at.branchId}/orders/${order.id}`, {
      token: cook.token,
    })
    expect(board.body).toMatchObject({ lines: [{ state: 'ready' }, { state: 'confirmed' }] })
  })

  test('bumped by two cooks at once: one wins, the other gets 409', async () => {
    const { move } = await placedOrder()
    const replies = await Promise.all([1, 2].map(() => move([{ line: 0, from: 'confirmed', to: 'ready' }])))
    expect(replies.map((reply) => reply.status).toSorted()).toEqual([200, 409])
  })

  test('cannot jump along an edge that is not declared', async () => {
    const { move } = await placedOrder()
    expect(await move([{ line: 0, from: 'served', to: 'pending' }])).toMatchObject({
      status: 409,
      body: { code: 'STATE_INVALID', errors: [{ field: 'moves.0' }] },
    })
  })
})

describe('an order that waits for staff', () => {
  test('reaches the kitchen when it is confirmed, once', async () => {
    const { at, order, waiter, cook } = await placedOrder({ confirmOrders: 'first' })
    const tickets = async () =>
      (
        (await t.call('GET', `/api/branches/${at.branchId}/kitchen`, { token: cook.token })).body as {
          tickets: unknown[]
        }
      ).tickets
    expect(await tickets()).toHaveLength(0)
    const confirm = () =>
      t.call('POST', `/api/branches/${at.branchId}/orders/${order.id}/confirm`, { token: waiter.token })
    expect(await confirm()).toMatchObject({ status: 200, body: { state: 'confirmed' } })
    expect(await confirm()).toMatchObject({ status: 409, body: { code: 'STATE_INVALID' } })
    expect(await tickets()).toHaveLength(1)
  })

  test('can be refused with a reason that its guests see', async () => {
    const { at, order, waiter, guest } = await placedOrder({ confirmOrders: 'first' })
    const reply = await t.call('POST', `/api/branches/${at.branchId}/orders/${order.id}/refuse`, {
      token: waiter.token,
      json: { reason: 'The fire is out' },
    })
    expect(reply).toMatchObject({
      status: 200,
      body: { state: 'cancelled', refusalReason: 'The fire is out' },
    })
    const seen = await t.call('GET', `/api/customer/orders/${order.id}`, { token: guest.token })
    expect(seen.body).toMatchObject({ state: 'cancelled', refusalReason: 'The fire is out' })
  })
})

test('an order of another branch or table is not found, by any verb', async () => {
  const mine = await placedOrder()
  const theirs = await placedOrder()
  const calls = [
    t.call('GET', `/api/branches/${mine.at.branchId}/orders/${theirs.order.id}`, {
      token: mine.waiter.token,
    }),
    t.call('POST', `/api/branches/${mine.at.branchId}/orders/${theirs.order.id}/confirm`, {
      token: mine.waiter.token,
    }),
    t.call('GET', `/api/branches/${theirs.at.branchId}/orders`, { token: mine.waiter.token }),
    t.call('GET', `/api/customer/orders/${theirs.order.id}`, { token: mine.guest.token }),
  ]
  for (const reply of await Promise.all(calls))
    expect(reply).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } })
})
