import { expect, test } from 'vitest'
import { turns } from './turns.ts'

test('no more jobs run at a time than allowed, and the next one starts when one ends', async () => {
  const takeTurn = turns(2)
  const started: number[] = []
  const jobs = [0, 1, 2].map((job) => {
    const { promise, resolve } = Promise.withResolvers<void>()
    const done = takeTurn(() => {
      started.push(job)
      return promise
    })
    return { resolve, done }
  })
  await Promise.resolve()
  expect(started).toEqual([0, 1])
  jobs[1]?.resolve()
  await jobs[1]?.done
  expect(started).toEqual([0, 1, 2])
  for (const { resolve } of jobs) resolve()
  await Promise.all(jobs.map(({ done }) => done))
})

test('a job that fails lets the next one in', async () => {
  const takeTurn = turns(1)
  await expect(takeTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(takeTurn(() => Promise.resolve('fine'))).resolves.toBe('fine')
})
