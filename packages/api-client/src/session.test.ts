import { afterEach, expect, test, vi } from 'vitest'
import { createSession } from './session.ts'

const access = (accessToken: string) => ({ accessToken, expiresIn: 900 })
const refusal = (code: string) => Response.json({ code }, { status: 401 })

/** A session, and a server whose answers the test gives one by one. */
function openSession() {
  const asked: { path: string; token: string | null; answer: (response: Response) => void }[] = []
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const { promise, resolve } = Promise.withResolvers<Response>()
    asked.push({ path, token: new Headers(init?.headers).get('authorization'), answer: resolve })
    return promise
  })
  const onRenewed = vi.fn()
  const onEnded = vi.fn()
  const session = createSession({ name: crypto.randomUUID(), renewPath: '/renew', onRenewed, onEnded })
  /** Waits for the next request and answers it. */
  const answer = async (response: Response) => {
    await vi.waitFor(() => expect(asked).not.toEqual([]), 5_000)
    const request = asked.shift()
    request?.answer(response)
    return request
  }
  return { session, asked, answer, onRenewed, onEnded }
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a renewal that answers after signing out brings nobody back', async () => {
  const { session, answer, asked, onRenewed } = openSession()
  const renewal = expect(session.renew()).rejects.toMatchObject({ code: 'OFFLINE' })
  await vi.waitFor(() => expect(asked).toHaveLength(1), 5_000)
  session.clear()
  await answer(Response.json(access('old')))
  await renewal
  expect(onRenewed).not.toHaveBeenCalled()
  const call = session.fetch('/orders')
  expect((await answer(refusal('TOKEN_MISSING')))?.path).toBe('/renew')
  await expect(call).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
})

test.each([
  ['a late token', () => Response.json(access('old'))],
  ['a late refusal', () => refusal('TOKEN_REUSE')],
])('%s of the session before changes nothing about the new one', async (_, late) => {
  const { session, answer, asked, onRenewed, onEnded } = openSession()
  const renewal = expect(session.renew()).rejects.toMatchObject({ code: 'OFFLINE' })
  await vi.waitFor(() => expect(asked).toHaveLength(1), 5_000)
  session.adopt(access('new'))
  await answer(late())
  await renewal
  expect([onRenewed, onEnded].map(({ mock }) => mock.calls)).toEqual([[], []])
  expect(await session.token()).toBe('new')
})

test('a call of the session before that is refused late does not end the new one', async () => {
  const { session, answer, asked, onEnded } = openSession()
  session.adopt(access('old'))
  const call = expect(session.fetch('/table')).rejects.toMatchObject({ code: 'OFFLINE' })
  await vi.waitFor(() => expect(asked).toHaveLength(1), 5_000)
  session.adopt(access('new'))
  await answer(refusal('TOKEN_REVOKED'))
  await call
  expect(onEnded).not.toHaveBeenCalled()
})

test('who comes after waits for no renewal of the session before', async () => {
  const { session, answer, asked } = openSession()
  vi.stubGlobal('navigator', {})
  const before = expect(session.renew()).rejects.toMatchObject({ code: 'OFFLINE' })
  await vi.waitFor(() => expect(asked).toHaveLength(1), 5_000)
  session.clear()
  const after = session.renew()
  await vi.waitFor(() => expect(asked).toHaveLength(2), 5_000)
  await answer(Response.json(access('old')))
  await answer(Response.json(access('new')))
  await before
  expect((await after).accessToken).toBe('new')
  expect(await session.token()).toBe('new')
})

test('a renewal that is refused by its owner leaves no token behind', async () => {
  const { session, answer, onRenewed } = openSession()
  onRenewed.mockImplementation(() => {
    throw new Error('of another table')
  })
  const renewal = expect(session.renew()).rejects.toThrow()
  await answer(Response.json(access('refused')))
  await renewal
  const call = session.fetch('/orders')
  expect((await answer(refusal('TOKEN_MISSING')))?.path).toBe('/renew')
  await expect(call).rejects.toMatchObject({ code: 'TOKEN_MISSING' })
})

test('a call that meets an expired token is repeated once with the renewed one', async () => {
  const { session, answer } = openSession()
  session.adopt(access('old'))
  const call = session.fetch('/orders')
  expect((await answer(refusal('TOKEN_EXPIRED')))?.token).toBe('Bearer old')
  await answer(Response.json(access('new')))
  expect((await answer(Response.json({})))?.token).toBe('Bearer new')
  expect((await call).ok).toBe(true)
})
