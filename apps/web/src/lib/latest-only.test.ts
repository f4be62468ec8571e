import { expect, test } from 'vitest'
import { latestOnly } from './latest-only.ts'

test('a burst of calls causes one run, and one more that covers everything that came during it', async () => {
  let runs = 0
  let finish = () => {}
  const work = latestOnly(() => {
    runs += 1
    return new Promise<number>((resolve) => {
      finish = () => resolve(runs)
    })
  })
  const first = work()
  const storm = [work(), work(), work()]
  finish()
  expect(await first).toBe(1)
  await Promise.resolve()
  finish()
  expect(await Promise.all(storm)).toEqual([2, 2, 2])
})

test('a failed run does not stop the next', async () => {
  let fail = true
  const work = latestOnly(async () => {
    if (fail) throw new Error('down')
    return 'up'
  })
  await expect(work()).rejects.toThrow('down')
  fail = false
  expect(await work()).toBe('up')
})

test('two runs never overlap, whenever the call comes', async () => {
  let underWay = 0
  let most = 0
  const work = latestOnly(async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await Promise.resolve()
    await Promise.resolve()
    underWay -= 1
  })
  const first = work()
  const queued = work()
  await first
  await Promise.all([queued, work()])
  expect(most).toBe(1)
})
