import { expect, test } from 'vitest'
import { createSteadyClock } from './steady-clock.ts'

test('a clock that is set back, once or twice, continues at its own pace from where it was', () => {
  let readMs = 0
  const clock = createSteadyClock(() => readMs)
  const at = (ms: number) => {
    readMs = ms
    return clock()
  }
  expect([at(1_000), at(1_500)]).toEqual([1_000, 1_500])
  expect([at(200), at(300)]).toEqual([1_500, 1_600])
  expect([at(250), at(251)]).toEqual([1_600, 1_601])
})

test('a clock that only goes forward is passed on as it is', () => {
  const times = [5, 5, 6, 1_000]
  let next = 0
  const clock = createSteadyClock(() => times[next++] ?? 0)
  expect(times.map(() => clock())).toEqual(times)
})
