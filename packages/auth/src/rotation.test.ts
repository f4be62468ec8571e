import { expect, it } from 'vitest'
import { decideRotation, type RotationDecision, type StoredToken } from './rotation.ts'

const current: StoredToken = { familyRevoked: false, expired: false, rotatedBy: null, successorUsed: false }

it.each<[name: string, stored: Partial<StoredToken>, decision: RotationDecision]>([
  ['the newest token is rotated', {}, 'rotate'],
  ['the newest token past its time has expired', { expired: true }, 'expired'],
  ['the newest token of an ended family is revoked', { familyRevoked: true }, 'revoked'],
  ['an ended family is revoked, not expired', { familyRevoked: true, expired: true }, 'revoked'],
  ['a lost reply is repeated', { rotatedBy: 'mine' }, 'repeat-successor'],
  [
    'a lost reply is repeated even after the replaced token has expired',
    { rotatedBy: 'mine', expired: true },
    'repeat-successor',
  ],
  [
    'a lost reply is not repeated once its successor was used',
    { rotatedBy: 'mine', successorUsed: true },
    'reuse',
  ],
  [
    'a lost reply is not repeated after the family ended',
    { rotatedBy: 'mine', familyRevoked: true },
    'revoked',
  ],
  ['a rotated token with another attempt is reuse', { rotatedBy: 'another' }, 'reuse'],
  ['a rotated token two generations back is reuse', { rotatedBy: 'another', successorUsed: true }, 'reuse'],
  ['reuse is reported even for an ended family', { rotatedBy: 'another', familyRevoked: true }, 'reuse'],
  ['reuse is reported even after expiry', { rotatedBy: 'another', expired: true }, 'reuse'],
])('%s', (_, stored, decision) => {
  expect(decideRotation({ ...current, ...stored }, 'mine')).toBe(decision)
})

it('a token of an ended family never gets a token, whatever its state', () => {
  for (const expired of [false, true]) {
    for (const rotatedBy of [null, 'mine', 'another']) {
      for (const successorUsed of [false, true]) {
        const decision = decideRotation({ familyRevoked: true, expired, rotatedBy, successorUsed }, 'mine')
        expect(['reuse', 'revoked']).toContain(decision)
      }
    }
  }
})
