import { expect, it } from 'vitest'
import { createSecretBox } from './secret-box.ts'

const [older, current] = ['a-replaced-master-secret', 'the-present-master-secret']
const box = createSecretBox({ secrets: [current], purpose: 'webhooks' })

it('what was sealed can be opened again, and is unreadable in between', () => {
  const sealed = box.seal('whsec_1', 'row 1')
  expect(box.open(sealed, 'row 1')).toEqual({ text: 'whsec_1', stale: false })
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('whsec_1')
  expect(box.seal('whsec_1', 'row 1')).not.toBe(sealed)
})

it('what was sealed under a replaced secret is opened and marked as stale', () => {
  const sealed = createSecretBox({ secrets: [older], purpose: 'webhooks' }).seal('whsec_1', 'row 1')
  const rotated = createSecretBox({ secrets: [current, older], purpose: 'webhooks' })
  expect(rotated.open(sealed, 'row 1')).toEqual({ text: 'whsec_1', stale: true })
  expect(box.open(sealed, 'row 1')).toBeUndefined()
})

it('a secret of one row is not opened as another row’s, nor for another purpose', () => {
  const sealed = box.seal('whsec_1', 'row 1')
  expect(box.open(sealed, 'row 2')).toBeUndefined()
  expect(createSecretBox({ secrets: [current], purpose: 'mail' }).open(sealed, 'row 1')).toBeUndefined()
})

it('what was altered, truncated or never sealed is not opened', () => {
  const sealed = Buffer.from(box.seal('whsec_1', 'row 1'), 'base64url')
  for (let at = 0; at < sealed.length; at += 1) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(box.open(altered.toString('base64url'), 'row 1')).toBeUndefined()
    expect(box.open(sealed.subarray(0, at).toString('base64url'), 'row 1')).toBeUndefined()
  }
  expect(box.open('not sealed at all', 'row 1')).toBeUndefined()
})
