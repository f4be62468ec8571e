import { describe, expect, it } from 'vitest'
import { clearRefreshCookie, readRefreshCookie, serializeRefreshCookie } from './cookies.ts'
import { newRefreshToken } from './refresh-tokens.ts'

const token = newRefreshToken()

describe('in production', () => {
  it.each([
    ['staff', '__Secure-rt-staff', '/api/auth'],
    ['guest', '__Secure-rt-guest', '/api/customer/auth'],
    ['device', '__Secure-rt-device', '/api/devices'],
  ] as const)(
    'the %s cookie is out of reach of scripts, other sites, other paths and plain http',
    (kind, name, path) => {
      const [pair, ...attributes] = serializeRefreshCookie(kind, token, 604_800, 'production').split('; ')
      expect(pair).toBe(`${name}=${token}`)
      expect(attributes.sort()).toEqual([
        'HttpOnly',
        'Max-Age=604800',
        `Path=${path}`,
        'SameSite=Strict',
        'Secure',
      ])
    },
  )

  it('clearing uses the same name and path, and a lifetime of zero', () => {
    const [pair, ...attributes] = clearRefreshCookie('staff', 'production').split('; ')
    expect(pair).toBe('__Secure-rt-staff=')
    expect(attributes.sort()).toEqual([
      'HttpOnly',
      'Max-Age=0',
      'Path=/api/auth',
      'SameSite=Strict',
      'Secure',
    ])
  })
})

it('in development the names differ and only Secure is missing', () => {
  const cookie = serializeRefreshCookie('guest', token, 60, 'development')
  expect(cookie.split('; ').sort()).toEqual(
    ['HttpOnly', 'Max-Age=60', 'Path=/api/customer/auth', 'SameSite=Strict', `rt-guest-dev=${token}`].sort(),
  )
})

describe('reading', () => {
  const read = (header: string | null) => readRefreshCookie(header, 'staff', 'production')

  it('finds the token among other cookies', () => {
    expect(read(`NEXT_LOCALE=es; __Secure-rt-staff=${token}; __Secure-rt-guest=${newRefreshToken()}`)).toBe(
      token,
    )
  })

  it('never takes one cookie for another', () => {
    expect(
      read(`__Secure-rt-guest=${token}; rt-staff-dev=${token}; x__Secure-rt-staff=${token}`),
    ).toBeUndefined()
    expect(readRefreshCookie(`rt-staff-dev=${token}`, 'staff', 'production')).toBeUndefined()
    expect(readRefreshCookie(`__Secure-rt-staff=${token}`, 'staff', 'development')).toBeUndefined()
  })

  it('refuses a cookie that is sent twice, since one of them was planted', () => {
    expect(read(`__Secure-rt-staff=${token}; __Secure-rt-staff=${newRefreshToken()}`)).toBeUndefined()
  })

  it.each([
    null,
    '',
    '__Secure-rt-staff=',
    '__Secure-rt-staff=eyJhbGciOi.eyJz.c2ln',
    `__Secure-rt-staff=${token}x`,
    `__Secure-rt-staff="${token}"`,
    '=;=;;',
  ])('finds nothing in %j', (header) => {
    expect(read(header)).toBeUndefined()
  })
})
