import { audit } from '@repo/config/limits'
import { expect, test } from 'vitest'
import { createTally, type Tallied } from './create-tally.ts'

const { maxNetworks } = audit.tally
const networkNo = (n: number) => String(n).padStart(22, '0')

function start() {
  const recorded: Tallied[] = []
  const tally = createTally(async (tallied) => void recorded.push(tallied))
  const reject = (network: string, requestId = 'r') =>
    tally.add(
      { kind: 'auth.token_rejected', payload: { network, method: 'GET', route: '/x' } },
      { actor: 'anyone', requestId },
    )
  return { recorded, tally, reject }
}

test('repeated events of one network are one entry with the first request and their number', async () => {
  const { recorded, tally, reject } = start()
  reject(networkNo(1), 'first')
  reject(networkNo(1), 'second')
  reject(networkNo(2), 'other')
  await tally.flush()
  expect(recorded.map(({ author, payload }) => [author.requestId, payload.count])).toEqual([
    ['first', 2],
    ['other', 1],
  ])
  await tally.flush()
  expect(recorded).toHaveLength(2)
})

test('a hundred thousand requests are recorded at once when they warrant an alert, and once more at the end', async () => {
  const { recorded, tally, reject } = start()
  for (let n = 0; n < 100_000; n++) reject(networkNo(1))
  await tally.flush()
  expect(recorded).toHaveLength(2)
  expect(recorded.reduce((sum, { payload }) => sum + payload.count, 0)).toBe(100_000)
})

test('however many networks there are, a window records a bounded number, and forgets no request', async () => {
  const { recorded, tally, reject } = start()
  for (let n = 0; n < 5_000; n++) reject(networkNo(n))
  await tally.flush()
  expect(recorded).toHaveLength(maxNetworks + 1)
  expect(recorded.at(-1)?.payload).toMatchObject({ network: null, count: 5_000 - maxNetworks })
})
