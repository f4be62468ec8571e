import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkSelection, type SelectableGroup, type Selection } from './select-modifiers.ts'

const heat: SelectableGroup = {
  id: 'heat',
  min: 1,
  max: 1,
  options: [
    { id: 'none', maxQuantity: 1, available: true },
    { id: 'rocoto', maxQuantity: 1, available: true },
  ],
}
const extras: SelectableGroup = {
  id: 'extras',
  min: 0,
  max: 3,
  options: [
    { id: 'corn', maxQuantity: 2, available: true },
    { id: 'potato', maxQuantity: 3, available: true },
    { id: 'squid', maxQuantity: 3, available: false },
  ],
}
const groups = [heat, extras]
const mild: Selection = { optionId: 'none', quantity: 1 }

test('a selection within every group is accepted', () => {
  expect(checkSelection(groups, [mild])).toEqual({ ok: true })
  const selections = [mild, { optionId: 'corn', quantity: 2 }, { optionId: 'potato', quantity: 1 }]
  expect(checkSelection(groups, selections)).toEqual({ ok: true })
  expect(checkSelection([], [])).toEqual({ ok: true })
})

test('an option of another dish is unknown', () => {
  expect(checkSelection(groups, [mild, { optionId: 'chips', quantity: 1 }])).toEqual({
    ok: false,
    problems: [{ groupId: null, code: 'MODIFIER_UNKNOWN', optionId: 'chips' }],
  })
})

test('a required group must be answered', () => {
  expect(checkSelection(groups, [])).toEqual({
    ok: false,
    problems: [{ groupId: 'heat', code: 'MODIFIER_REQUIRED' }],
  })
})

test('quantities count towards the maximum of a group', () => {
  const selections = [mild, { optionId: 'corn', quantity: 2 }, { optionId: 'potato', quantity: 2 }]
  expect(checkSelection(groups, selections)).toEqual({
    ok: false,
    problems: [{ groupId: 'extras', code: 'MODIFIER_TOO_MANY' }],
  })
})

test.each([0, -1, 1.5, 3, 1e9, Number.NaN])(
  'a quantity of %d of an option that allows 2 is refused',
  (quantity) => {
    expect(checkSelection(groups, [mild, { optionId: 'corn', quantity }])).toEqual({
      ok: false,
      problems: [{ groupId: 'extras', code: 'MODIFIER_QUANTITY', optionId: 'corn' }],
    })
  },
)

test('an option named twice is refused', () => {
  const corn = { optionId: 'corn', quantity: 1 }
  expect(checkSelection(groups, [mild, corn, corn])).toEqual({
    ok: false,
    problems: [{ groupId: 'extras', code: 'MODIFIER_QUANTITY', optionId: 'corn' }],
  })
})

test('a sold-out option is refused', () => {
  expect(checkSelection(groups, [mild, { optionId: 'squid', quantity: 1 }])).toEqual({
    ok: false,
    problems: [{ groupId: 'extras', code: 'MODIFIER_SOLD_OUT', optionId: 'squid' }],
  })
})

test('every problem is listed at once', () => {
  const selections = [
    { optionId: 'chips', quantity: 1 },
    { optionId: 'squid', quantity: 3 },
    { optionId: 'corn', quantity: 2 },
  ]
  expect(checkSelection(groups, selections)).toEqual({
    ok: false,
    problems: [
      { groupId: null, code: 'MODIFIER_UNKNOWN', optionId: 'chips' },
      { groupId: 'heat', code: 'MODIFIER_REQUIRED' },
      { groupId: 'extras', code: 'MODIFIER_SOLD_OUT', optionId: 'squid' },
      { groupId: 'extras', code: 'MODIFIER_TOO_MANY' },
    ],
  })
})

test('what is accepted has known, distinct, available options and counts within bounds', () => {
  const selection = fc.record({
    optionId: fc.constantFrom('none', 'rocoto', 'corn', 'potato', 'squid', 'chips'),
    quantity: fc.integer({ min: -1, max: 4 }),
  })
  fc.assert(
    fc.property(fc.array(selection, { maxLength: 4 }), (selections) => {
      const quantityOf = (id: string) =>
        selections.filter(({ optionId }) => optionId === id).reduce((sum, { quantity }) => sum + quantity, 0)
      const ids = selections.map(({ optionId }) => optionId)
      const allowed =
        new Set(ids).size === ids.length &&
        selections.every(({ quantity }) => quantity >= 1) &&
        !ids.includes('squid') &&
        !ids.includes('chips') &&
        quantityOf('none') + quantityOf('rocoto') === 1 &&
        quantityOf('corn') <= 2 &&
        quantityOf('corn') + quantityOf('potato') <= 3
      expect(checkSelection(groups, selections).ok).toBe(allowed)
    }),
    { numRuns: 1000 },
  )
})
