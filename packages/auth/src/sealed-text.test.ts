import { expect, it } from 'vitest'
import { openText, sealText } from './sealed-text.ts'

const [current, previous] = ['the current secret of this test', 'the one that was replaced']

it('what is sealed opens again, and twice the same text looks different', () => {
  const sealed = sealText('JBSWY3DP', 'user-1', current)
  expect(openText(sealed, 'user-1', [current])).toEqual({ text: 'JBSWY3DP', stale: false })
  expect(sealed).not.toContain('JBSWY3DP')
  expect(sealText('JBSWY3DP', 'user-1', current)).not.toBe(sealed)
})

it('what a replaced secret has sealed opens and asks to be sealed again', () => {
  const sealed = sealText('JBSWY3DP', 'user-1', previous)
  expect(openText(sealed, 'user-1', [current, previous])).toEqual({ text: 'JBSWY3DP', stale: true })
})

it('another row and an altered text open nothing', () => {
  const sealed = sealText('JBSWY3DP', 'user-1', current)
  // Not the last character, of which some bits may mean nothing.
  const middle = Math.floor(sealed.length / 2)
  const altered = sealed.slice(0, middle) + (sealed[middle] === 'A' ? 'B' : 'A') + sealed.slice(middle + 1)
  expect(() => openText(sealed, 'user-2', [current])).toThrow()
  expect(() => openText(altered, 'user-1', [current])).toThrow()
  expect(() => openText(sealed.replace('v1.', 'v2.'), 'user-1', [current])).toThrow()
})

it('a secret that is gone opens nothing, and is no fault', () => {
  expect(openText(sealText('JBSWY3DP', 'user-1', current), 'user-1', [previous])).toBeUndefined()
  expect(openText('', 'user-1', [current])).toBeUndefined()
})
