import type { GuestAccess } from '@repo/schemas/contract'
import { describe, expect, test } from 'vitest'
import { createCustomerStore, customerStorageKey } from './customer-store.ts'
import { memoryStorage } from './testing/memory-storage.ts'

const here = { branchSlug: 'casa-perejil', tableCode: 'J4NJWLLMBMTF' }
const elsewhere = { branchSlug: 'casa-perejil', tableCode: 'PPJDC4DNNDEB' }

const access = (route = here, sessionId = 'session-1'): GuestAccess => ({
  accessToken: 'secret-token',
  expiresIn: 900,
  context: {
    ...route,
    sessionId,
    guestId: 'guest-1',
    customerName: 'Mara',
    guestState: 'active',
    isHost: true,
    branchName: 'Casa Perejil',
    tableLabel: '7',
  },
})

function seated() {
  const storage = memoryStorage()
  const customer = createCustomerStore(storage)
  customer.enterTable(here)
  customer.adopt(access())
  customer.rememberOrder('order-1')
  return { storage, customer }
}

describe('the customer store', () => {
  test('all seven fields are back after a reload, once the token was renewed', () => {
    const { storage, customer } = seated()
    const before = customer.store.getState()
    const reloaded = createCustomerStore(storage)
    reloaded.enterTable(here)
    expect(reloaded.store.getState()).toEqual({ ...before, token: null })
    expect(reloaded.adopt(access())).toBe(true)
    expect(reloaded.store.getState()).toEqual(before)
    expect(before).toEqual({
      ...here,
      sessionId: 'session-1',
      orderId: 'order-1',
      branchName: 'Casa Perejil',
      customerName: 'Mara',
      token: 'secret-token',
    })
  })

  test('the token never reaches web storage', () => {
    const { storage } = seated()
    expect([...storage.entries.values()].join()).not.toContain('secret-token')
  })

  test('the address wins over storage: nothing of another table is shown', () => {
    const { storage } = seated()
    const reloaded = createCustomerStore(storage)
    reloaded.enterTable(elsewhere)
    const { sessionId, customerName, orderId, tableCode } = reloaded.store.getState()
    expect({ sessionId, customerName, orderId, tableCode }).toEqual({
      sessionId: null,
      customerName: null,
      orderId: null,
      tableCode: elsewhere.tableCode,
    })
  })

  test('a token of another table is never adopted', () => {
    const { customer } = seated()
    customer.enterTable(elsewhere)
    expect(customer.adopt(access(here))).toBe(false)
    expect(customer.store.getState().token).toBeNull()
  })

  test('moving on to another table drops the token at once', () => {
    const { customer } = seated()
    customer.enterTable(elsewhere)
    expect(customer.store.getState().token).toBeNull()
  })

  test("an order of the table's last session is not this session's", () => {
    const { customer } = seated()
    customer.adopt(access(here, 'session-2'))
    expect(customer.store.getState().orderId).toBeNull()
  })

  test('the end of a stay keeps the table and nothing else', () => {
    const { customer } = seated()
    customer.leaveSeat()
    expect(Object.values(customer.store.getState()).filter(Boolean)).toEqual(Object.values(here))
  })

  test('clear forgets everything, in storage too', () => {
    const { storage, customer } = seated()
    customer.clear()
    expect(Object.values(customer.store.getState()).every((field) => field === null)).toBe(true)
    expect(storage.entries.has(customerStorageKey)).toBe(false)
  })

  test.each([
    ['no JSON', '{"state":'],
    ['a list', '[]'],
    [
      'fields of other kinds',
      '{"state":{"sessionId":7,"branchSlug":{},"tableCode":["x"],"customerName":true}}',
    ],
    ['a text that is too long', `{"state":{"customerName":"${'x'.repeat(500)}"}}`],
  ])('storage that holds %s counts as empty', (_, stored) => {
    const customer = createCustomerStore(memoryStorage(new Map([[customerStorageKey, stored]])))
    customer.enterTable(here)
    expect(customer.store.getState()).toMatchObject({
      ...here,
      sessionId: null,
      customerName: null,
      token: null,
    })
  })
})
