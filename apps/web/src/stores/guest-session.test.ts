import type { GuestAccess } from '@repo/schemas/contract'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { customer } from './customer-store.ts'
import { guestSession, takeSeat } from './guest-session.ts'

const here = { branchSlug: 'casa-perejil', tableCode: 'J4NJWLLMBMTF' }
const elsewhere = { ...here, tableCode: 'PPJDC4DNNDEB' }

const accessAt = (route: typeof here): GuestAccess => ({
  accessToken: 'secret-token',
  expiresIn: 900,
  context: {
    ...route,
    sessionId: 'session-1',
    guestId: 'guest-1',
    customerName: 'Mara',
    guestState: 'active',
    isHost: true,
    branchName: 'Casa Perejil',
    tableLabel: '7',
  },
})

/** Stands in for the network: what the cookie of this browser is good for. */
function answerRenewalWith(status: number, body: unknown): string[] {
  const asked: string[] = []
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    const token = new Headers(init?.headers).get('authorization')
    asked.push(token ? `${input} ${token}` : input)
    return input.endsWith('/refresh') ? Response.json(body, { status }) : Response.json({})
  })
  return asked
}

beforeEach(() => customer.enterTable(here))
afterEach(() => {
  customer.clear()
  vi.unstubAllGlobals()
})

describe('the guest session', () => {
  test('after a reload the token is renewed from the cookie before the first call that needs it', async () => {
    const asked = answerRenewalWith(200, accessAt(here))
    await guestSession.fetch('/api/customer/session')
    expect(asked).toEqual(['/api/customer/auth/refresh', '/api/customer/session Bearer secret-token'])
    expect(customer.store.getState()).toMatchObject({ sessionId: 'session-1', token: 'secret-token' })
  })

  test('a cookie of another table opens nothing here', async () => {
    const asked = answerRenewalWith(200, accessAt(elsewhere))
    await expect(guestSession.fetch('/api/customer/session')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(guestSession.fetch('/api/customer/session')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(asked.join()).not.toContain('Bearer')
    expect(customer.store.getState()).toMatchObject({ sessionId: null, token: null })
  })

  test('a token is not carried over to another table', async () => {
    const asked = answerRenewalWith(401, { code: 'TOKEN_MISSING' })
    takeSeat(accessAt(here))
    customer.enterTable(elsewhere)
    await expect(guestSession.fetch('/api/customer/session')).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
    expect(asked.join()).not.toContain('Bearer')
  })

  test('a seat that was given after the page moved on to another table is not taken', async () => {
    const asked = answerRenewalWith(200, accessAt(here))
    customer.enterTable(elsewhere)
    expect(() => takeSeat(accessAt(here))).toThrow('NOT_FOUND')
    await expect(guestSession.fetch('/api/customer/session')).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(asked.join()).not.toContain('Bearer')
  })

  test('a revoked token ends the stay', async () => {
    takeSeat(accessAt(here))
    vi.stubGlobal('fetch', async () => Response.json({ code: 'TOKEN_REVOKED' }, { status: 401 }))
    await guestSession.fetch('/api/customer/session')
    expect(customer.store.getState()).toMatchObject({ ...here, sessionId: null, token: null })
  })
})
