import { describe, expect, test } from 'vitest'
import { percentToPpm, signUpInput } from './sign-up-input.ts'

describe('percentToPpm', () => {
  test('reads a point or a comma as the decimal sign', () => {
    expect(percentToPpm('18')).toBe(180_000)
    expect(percentToPpm('8,875')).toBe(88_750)
    expect(percentToPpm(' 8.25 ')).toBe(82_500)
  })

  test.each(['', '-1', '101', '1e2', '18%', '1.2.3'])('refuses %j', (typed) => {
    expect(percentToPpm(typed)).toBeNaN()
  })
})

test('an empty sign-up token is not sent', () => {
  const fields = {
    organizationName: 'Perejil SAC',
    branchName: 'Casa Perejil',
    currency: 'PEN',
    timeZone: 'America/Lima',
    taxMode: 'inclusive',
    taxName: 'IGV',
    taxPercent: '18',
    accent: 'parsley',
    sampleMenu: true,
    name: 'Rosa',
    email: 'rosa@example.com',
    password: 'correct horse battery',
    signupToken: ' ',
  } as const
  const input = signUpInput(fields, 'es')
  expect(input).not.toHaveProperty('signupToken')
  expect(input).toMatchObject({ taxRatePpm: 180_000, accent: { hue: 158 }, locale: 'es' })
})
