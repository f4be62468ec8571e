import { BranchSlug } from '@repo/schemas/contract'
import { isBranchSlug } from '@repo/schemas/rules'
import { describe, expect, test } from 'vitest'
import { slugCandidates } from './slug-candidates.ts'

test('a branch is found under its name, then under the name with a number', () => {
  expect(slugCandidates('Casa Ñandú').slice(0, 2)).toEqual(['casa-nandu', 'casa-nandu-2'])
})

test('a reserved word is never a branch', () => {
  expect(slugCandidates('Kitchen')[0]).toBe('kitchen-2')
})

describe('routes and database accept every candidate', () => {
  test.each(['A', 'a b', '寿司', '…', 'api', 'x'.repeat(80), `${'ab '.repeat(12)}abcd`, 'El  Último'])(
    '%s',
    (name) => {
      const candidates = slugCandidates(name)
      expect(candidates.length).toBeGreaterThan(2)
      for (const slug of candidates) {
        expect(isBranchSlug(slug), slug).toBe(true)
        expect(BranchSlug.safeParse(slug).success, slug).toBe(true)
      }
    },
  )
})

test('the last candidate differs each time', () => {
  expect(slugCandidates('Casa Verde').at(-1)).not.toBe(slugCandidates('Casa Verde').at(-1))
})
