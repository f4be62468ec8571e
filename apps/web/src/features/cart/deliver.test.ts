import { ApiProblem } from '@repo/api-client'
import { describe, expect, test } from 'vitest'
import { deliver, maxRetries } from './deliver.ts'

const offline = () => new ApiProblem('OFFLINE')

function attempt(answers: (string | Error)[]) {
  const pauses: number[] = []
  let sent = 0
  const run = (random = 1) =>
    deliver({
      send: async () => {
        const answer = answers[Math.min(sent, answers.length - 1)]
        sent += 1
        if (typeof answer === 'string') return answer
        throw answer
      },
      pause: async (delayMs) => void pauses.push(delayMs),
      onUnanswered: () => {},
      random: () => random,
    })
  return { run, pauses, sentCount: () => sent }
}

describe('deliver', () => {
  test('an order without an answer is sent again until there is one', async () => {
    const order = attempt([offline(), new ApiProblem('IDEMPOTENCY_IN_PROGRESS'), 'placed'])
    expect(await order.run()).toBe('placed')
    expect(order.sentCount()).toBe(3)
  })

  test('a limit that the repeats run into does not make an order that may have arrived a refused one', async () => {
    const wait = { type: 'about:blank', title: '', status: 429, requestId: '1', retryAfterSeconds: 20 }
    const limited = new ApiProblem('RATE_LIMITED', { ...wait, code: 'RATE_LIMITED' })
    const order = attempt([offline(), limited, 'placed'])
    expect(await order.run(0)).toBe('placed')
    expect(order.pauses).toEqual([0, 20_000])
  })

  test('a refusal is final', async () => {
    const order = attempt([new ApiProblem('SOLD_OUT')])
    await expect(order.run()).rejects.toMatchObject({ code: 'SOLD_OUT' })
    expect(order.sentCount()).toBe(1)
  })

  test('after six retries a person decides', async () => {
    const order = attempt([offline()])
    await expect(order.run()).rejects.toMatchObject({ code: 'OFFLINE' })
    expect(order.sentCount()).toBe(maxRetries + 1)
  })

  test('waits grow from half a second to eight and are spread over their whole length', async () => {
    const slow = attempt([offline()])
    await expect(slow.run(1)).rejects.toThrow()
    expect(slow.pauses).toEqual([500, 1000, 2000, 4000, 8000, 8000])
    const quick = attempt([offline()])
    await expect(quick.run(0)).rejects.toThrow()
    expect(quick.pauses).toEqual([0, 0, 0, 0, 0, 0])
  })
})
