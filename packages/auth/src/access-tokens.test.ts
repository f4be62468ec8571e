import { createHmac, generateKeyPairSync } from 'node:crypto'
import { generateSecret } from '@repo/config'
import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { type Audience, createAccessTokens } from './access-tokens.ts'
import type { AuthErrorCode } from './auth-error.ts'

const secret = generateSecret()
const subject = '0198c0de-0000-7000-8000-000000000001'
const familyId = '0198c0de-0000-7000-8000-000000000002'
const startMs = Date.UTC(2026, 10, 21, 20)

const clock = { ms: startMs }
const later = (seconds: number) => {
  clock.ms = startMs + seconds * 1_000
}
const now = () => clock.ms
const tokens = createAccessTokens({ current: secret, previous: [], lifetimeSeconds: 900, now })

async function issue(audience: Audience = 'staff'): Promise<string> {
  later(0)
  return (await tokens.issue({ audience, subject, familyId })).accessToken
}

const verdict = (token: string, audience: Audience = 'staff'): Promise<AuthErrorCode | 'accepted'> =>
  tokens.verify(token, audience).then(
    () => 'accepted',
    (error) => error.code,
  )

const goodClaims = {
  iss: 'restai',
  aud: 'staff',
  sub: subject,
  sid: familyId,
  jti: 'a-token',
  iat: startMs / 1_000,
  exp: startMs / 1_000 + 900,
}

/** Signs like the real thing, except for what is given: `undefined` leaves a part out. */
async function forge(claims: Record<string, unknown>, header: Record<string, unknown> = {}, key = secret) {
  const good = decodeProtectedHeader(await issue())
  const parts = [
    { ...good, ...header },
    { ...goodClaims, ...claims },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
  const signature = createHmac('sha256', key).update(parts.join('.')).digest('base64url')
  return [...parts, signature].join('.')
}

describe('an issued token', () => {
  it('carries issuer, audience, subject, family, id and times, and no role', async () => {
    const token = await issue('customer')
    const { iss, aud, sub, sid, jti, iat, exp, ...others } = decodeJwt(token)
    expect({ iss, aud, sub, sid, lifetime: (exp ?? 0) - (iat ?? 0) }).toEqual({
      iss: 'restai',
      aud: 'customer',
      sub: subject,
      sid: familyId,
      lifetime: 900,
    })
    expect(jti).toMatch(/^[0-9a-f-]{36}$/)
    expect(others).toEqual({})
  })

  it('names its key by a hash and its type, and nothing else', async () => {
    const header = decodeProtectedHeader(await issue())
    expect(header).toEqual({ alg: 'HS256', typ: 'at+jwt', kid: expect.stringMatching(/^[0-9a-f]{8}$/) })
  })

  it('is accepted for its own audience, and for no other', async () => {
    for (const audience of ['staff', 'customer', 'device'] as const) {
      const token = await issue(audience)
      for (const expected of ['staff', 'customer', 'device'] as const) {
        // Twice: the second answer may come from memory.
        const verdicts = [await verdict(token, expected), await verdict(token, expected)]
        expect(new Set(verdicts)).toEqual(new Set([audience === expected ? 'accepted' : 'TOKEN_INVALID']))
      }
    }
  })

  it('gives back who it was issued to', async () => {
    expect(await tokens.verify(await issue(), 'staff')).toEqual({
      audience: 'staff',
      subject,
      familyId,
      expiresAtMs: startMs + 900_000,
    })
  })

  it('says how many seconds it lives, so that clients need no clock', async () => {
    const short = createAccessTokens({ current: secret, previous: [], lifetimeSeconds: 2, now })
    const { accessToken, expiresIn } = await short.issue({ audience: 'staff', subject, familyId })
    expect(expiresIn).toBe(2)
    expect((decodeJwt(accessToken).exp ?? 0) - (decodeJwt(accessToken).iat ?? 0)).toBe(2)
  })

  it('is accepted 4 s past its expiry, since clocks differ, and refused after 6 and 31 s', async () => {
    const token = await issue()
    later(904)
    expect(await verdict(token)).toBe('accepted')
    for (const seconds of [906, 931, 100_000]) {
      later(seconds)
      expect(await verdict(token)).toBe('TOKEN_EXPIRED')
    }
  })
})

describe('a forged token is TOKEN_INVALID', () => {
  it('the unchanged control of these forgeries is accepted', async () => {
    expect(await verdict(await forge({}))).toBe('accepted')
  })

  it.each<[string, Record<string, unknown>]>([
    ['another issuer', { iss: 'elsewhere' }],
    ['a list of issuers', { iss: ['restai', 'elsewhere'] }],
    ['no issuer', { iss: undefined }],
    ['a list of audiences', { aud: ['staff', 'customer'] }],
    ['no audience', { aud: undefined }],
    ['no subject', { sub: undefined }],
    ['a subject that is not text', { sub: 7 }],
    ['no family', { sid: undefined }],
    ['a family that is not text', { sid: { $ne: '' } }],
    ['no id', { jti: undefined }],
    ['no issue time', { iat: undefined }],
    ['no expiry', { exp: undefined }],
    ['an expiry that is not a number', { exp: 'never' }],
    ['a lifetime of eight hours', { exp: startMs / 1_000 + 28_800 }],
    ['a lifetime of 901 s', { exp: startMs / 1_000 + 901 }],
    ['an issue time 31 s ahead', { iat: startMs / 1_000 + 31, exp: startMs / 1_000 + 900 }],
    ['a start 31 s ahead', { nbf: startMs / 1_000 + 31 }],
  ])('with %s', async (_, claims) => {
    expect(await verdict(await forge(claims))).toBe('TOKEN_INVALID')
  })

  it('with a long life, even when it is older than any of ours can be', async () => {
    const token = await forge({ exp: startMs / 1_000 + 28_800 })
    later(3_600)
    expect(await verdict(token)).toBe('TOKEN_INVALID')
  })

  it.each<[string, Record<string, unknown>]>([
    ['no key id', { kid: undefined }],
    ['an unknown key id', { kid: '00000000' }],
    ['a path for a key id', { kid: '../../../../dev/null' }],
    ['SQL for a key id', { kid: "' or 1=1 --" }],
    ['no type', { typ: undefined }],
    ['the common type', { typ: 'JWT' }],
    ['a key of its own', { jwk: { kty: 'oct', k: 'AAAA' } }],
    ['an address of keys', { jku: 'https://example.com/keys' }],
    ['a certificate address', { x5u: 'https://example.com/cert' }],
    ['a critical extension', { crit: ['b64'], b64: true }],
    ['alg HS512', { alg: 'HS512' }],
    ['alg none', { alg: 'none' }],
    ['alg None', { alg: 'None' }],
    ['alg nOnE', { alg: 'nOnE' }],
  ])('with %s', async (_, header) => {
    expect(await verdict(await forge({}, header))).toBe('TOKEN_INVALID')
  })

  it('when it is unsigned', async () => {
    later(0)
    expect(await verdict(new UnsecuredJWT(goodClaims).encode())).toBe('TOKEN_INVALID')
    const [header, payload] = (await issue()).split('.')
    expect(await verdict(`${header}.${payload}.`)).toBe('TOKEN_INVALID')
  })

  it('when another secret signed it', async () => {
    expect(await verdict(await forge({}, {}, generateSecret()))).toBe('TOKEN_INVALID')
  })

  it('when an RSA key signed it', async () => {
    const { kid = '' } = decodeProtectedHeader(await issue())
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const header = { alg: 'RS256', kid, typ: 'at+jwt' }
    expect(await verdict(await new SignJWT(goodClaims).setProtectedHeader(header).sign(privateKey))).toBe(
      'TOKEN_INVALID',
    )
  })

  it('when any one character of it was changed', async () => {
    const token = await issue()
    for (let at = 0; at < token.length - 1; at += 7) {
      const changed = token[at] === 'A' ? 'B' : 'A'
      expect(await verdict(token.slice(0, at) + changed + token.slice(at + 1))).toBe('TOKEN_INVALID')
    }
  })

  it.each(['', 'x', 'a.b.c', '..', '{}', generateSecret(), 'é'.repeat(20), 'a'.repeat(20_000)])(
    'when it is not a token: %.20s',
    async (text) => {
      expect(await verdict(text)).toBe('TOKEN_INVALID')
    },
  )

  it('when it is a valid one made long by padding', async () => {
    expect(await verdict(await forge({ pad: 'x'.repeat(20_000) }))).toBe('TOKEN_INVALID')
  })
})

describe('replacing the secret', () => {
  const replaced = createAccessTokens({
    current: generateSecret(),
    previous: [secret],
    lifetimeSeconds: 900,
    now,
  })
  const ended = createAccessTokens({ current: generateSecret(), previous: [], lifetimeSeconds: 900, now })

  it('keeps tokens of the previous one valid, and signs with the new one', async () => {
    const old = await issue()
    await expect(replaced.verify(old, 'staff')).resolves.toMatchObject({ subject })
    const { accessToken } = await replaced.issue({ audience: 'staff', subject, familyId })
    expect(decodeProtectedHeader(accessToken).kid).not.toBe(decodeProtectedHeader(old).kid)
    expect(await verdict(accessToken)).toBe('TOKEN_INVALID')
  })

  it('ends them once the previous one is removed', async () => {
    await expect(ended.verify(await issue(), 'staff')).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  })
})

it('a route for several audiences accepts each of them and no other, before and after the token is known', async () => {
  const token = await issue('device')
  for (const _ of ['first', 'remembered']) {
    expect((await tokens.verify(token, ['staff', 'device'])).audience).toBe('device')
    await expect(tokens.verify(token, ['staff', 'customer'])).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
    await expect(tokens.verify(token, 'staff')).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
  }
  const both = await forge({ aud: ['staff', 'device'] })
  await expect(tokens.verify(both, ['staff', 'device'])).rejects.toMatchObject({ code: 'TOKEN_INVALID' })
})
