import { expect, test } from 'vitest'
import { readTestArguments } from './read-test-arguments.ts'

const names = ['lint', 'unit', 'e2e']

test('without names every step runs', () => {
  expect(readTestArguments([], names)).toEqual({ chosen: names, filters: [] })
})

test('names choose steps, and what follows them filters, with or without the dashes that pnpm may swallow', () => {
  const chosen = { chosen: ['e2e'], filters: ['kitchen', '--headed'] }
  expect(readTestArguments(['e2e', '--', 'kitchen', '--headed'], names)).toEqual(chosen)
  expect(readTestArguments(['e2e', 'kitchen', '--headed'], names)).toEqual(chosen)
  expect(readTestArguments(['unit', 'lint'], names)).toEqual({ chosen: ['unit', 'lint'], filters: [] })
})

test('a misspelt step is refused with the names of the steps, never run as everything or nothing', () => {
  expect(() => readTestArguments(['uint'], names)).toThrow(
    'uint is not a step of the tests. Steps: lint, unit, e2e',
  )
})
