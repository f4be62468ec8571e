import { expect, it } from 'vitest'
import { Email } from './primitives.ts'

const ofLength = (chars: number) => {
  const labels = 'd'.repeat(60)
  const domain = `${labels}.${labels}.${labels}.example`
  return `${'a'.repeat(chars - domain.length - 1)}@${domain}`
}

it('an address is trimmed and lower-cased before it is checked', () => {
  expect(Email.parse(' A@B.co ')).toBe('a@b.co')
  expect(Email.parse('\tRosa.Quispe@LaMar.PE\n')).toBe('rosa.quispe@lamar.pe')
})

it('an address has 254 characters at most', () => {
  expect(ofLength(254)).toHaveLength(254)
  expect(Email.safeParse(`  ${ofLength(254)}  `).success).toBe(true)
  expect(Email.safeParse(ofLength(255)).success).toBe(false)
})

it.each([
  '',
  'a',
  'a@',
  '@b.co',
  'a@b',
  'a b@c.co',
  'a@b.co\nbcc: c@d.co',
  'a@b.co, c@d.co',
  'a@@b.co',
  'a@b..co',
  'Ana <a@b.co>',
])('%j is not an address', (text) => {
  expect(Email.safeParse(text).success).toBe(false)
})
