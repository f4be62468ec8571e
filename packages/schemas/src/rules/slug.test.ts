import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isBranchSlug, reservedSlugs, slugFromName } from './slug.ts'

describe('a branch slug', () => {
  test.each(['anchor-lane', 'la-mar-2', 'abc', '123', 'a-b-c', 'a'.repeat(40)])('may be %s', (slug) => {
    expect(isBranchSlug(slug)).toBe(true)
  })

  test.each([
    '',
    'ab',
    'a'.repeat(41),
    '-abc',
    'abc-',
    'a-b',
    'a--b',
    'Abc',
    'café',
    'a_b',
    'a b',
    'a/b',
    'abc\n',
  ])('may not be %j', (slug) => {
    expect(isBranchSlug(slug)).toBe(false)
  })

  test('never collides with a path of the application', () => {
    expect(reservedSlugs.filter(isBranchSlug)).toEqual([])
  })
})

describe('a suggested slug', () => {
  test.each([
    ['Anchor Lane', 'anchor-lane'],
    ['  Ñaño’s Café & Bar! ', 'nano-s-cafe-bar'],
    ['Ｃａｆé №5', 'cafe-no5'],
    ['寿司', ''],
  ])('for %j is %j', (name, expected) => {
    expect(slugFromName(name)).toBe(expected)
  })

  test('is a branch slug unless it is too short or reserved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const slug = slugFromName(name)
        expect(
          isBranchSlug(slug) || slug.replaceAll('-', '').length < 3 || reservedSlugs.includes(slug),
        ).toBe(true)
        expect(slugFromName(slug)).toBe(slug)
      }),
    )
  })

  test('is cut without leaving a dash behind', () => {
    expect(slugFromName(`${'a'.repeat(39)} b`)).toBe('a'.repeat(39))
  })
})
