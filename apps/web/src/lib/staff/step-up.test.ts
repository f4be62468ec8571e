import { expect, test, vi } from 'vitest'
import { stepUpStore, withStepUp } from './step-up.ts'

const refusal = (code: string) => Response.json({ code }, { status: 403 })
const settle = async (proved: boolean) => {
  await vi.waitFor(() => expect(stepUpStore.getState().settle).not.toBeNull(), 5_000)
  stepUpStore.getState().settle?.(proved)
}

/** A server that wants a proof until it has one, and counts what it was asked. */
function server(code = 'STEP_UP_REQUIRED') {
  const state = { proved: false, calls: 0, mustEnrol: 0 }
  const call = withStepUp(
    async () => {
      state.calls += 1
      return state.proved ? new Response('done') : refusal(code)
    },
    () => {
      state.mustEnrol += 1
    },
  )
  return { state, call }
}

test('a call that needs a fresh confirmation is repeated once it is given', async () => {
  const { state, call } = server()
  const answer = call('/api/x', { method: 'POST', body: '{}' })
  await vi.waitFor(() => expect(stepUpStore.getState().settle).not.toBeNull(), 5_000)
  state.proved = true
  await settle(true)
  expect(await (await answer).text()).toBe('done')
  expect(state.calls).toBe(2)
  expect(stepUpStore.getState().settle).toBeNull()
})

test('a dismissed question leaves the refusal, and repeats nothing', async () => {
  const { state, call } = server()
  const answer = call('/api/x')
  await settle(false)
  expect((await answer).status).toBe(403)
  expect(state.calls).toBe(1)
})

test('simultaneous calls cause one question', async () => {
  const { state, call } = server()
  const answers = [call('/api/x'), call('/api/y')]
  await vi.waitFor(() => expect(state.calls).toBe(2), 5_000)
  state.proved = true
  await settle(true)
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200])
  expect(state.calls).toBe(4)
})

test('other refusals pass through, and a required second factor is reported', async () => {
  const { state, call } = server('FORBIDDEN')
  expect((await call('/api/x')).status).toBe(403)
  expect(state.mustEnrol).toBe(0)
  const wanting = server('TWO_FACTOR_REQUIRED')
  expect((await wanting.call('/api/x')).status).toBe(403)
  expect(wanting.state.mustEnrol).toBe(1)
})
