import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { signWebhook } from './sign-webhook.ts'
import { verifyWebhook, type WebhookToVerify } from './verify-webhook.ts'

const now = 1_790_000_000
const secret = 'whsec_current'
const previous = 'whsec_previous'
const text = '{"id":"evt_1","total":2500,"note":"sin ají 🌶"}'
const body = Buffer.from(text)
const sign = (change: Partial<Parameters<typeof signWebhook>[0]> = {}) =>
  signWebhook({ body, secrets: [secret], atSeconds: now, ...change })
const verify = (change: Partial<WebhookToVerify> = {}) =>
  verifyWebhook({ header: sign(), body, secrets: [secret], nowSeconds: now, ...change })
const refused = (reason: string) => ({ ok: false, reason })
const hex = (key: string, at: number | string) =>
  createHmac('sha256', key).update(`${at}.`).update(body).digest('hex')

it('signs the time and the raw body with HMAC-SHA256, once for each secret', () => {
  expect(sign({ secrets: [secret, previous] })).toBe(
    `t=${now},v1=${hex(secret, now)},v1=${hex(previous, now)}`,
  )
})

it('text and its bytes are signed alike', () => {
  expect(sign({ body: text })).toBe(sign())
})

describe('a webhook is accepted', () => {
  it.each<[string, Partial<WebhookToVerify>]>([
    ['just signed', {}],
    ['299 s old', { nowSeconds: now + 299 }],
    ['300 s old', { nowSeconds: now + 300 }],
    ['299 s ahead of our clock', { nowSeconds: now - 299 }],
    [
      'signed with the previous secret while both are known',
      { header: sign({ secrets: [previous] }), secrets: [secret, previous] },
    ],
    [
      'signed with both, of which the receiver knows the new one',
      { header: sign({ secrets: [previous, secret] }) },
    ],
    [
      'signed with both, of which the receiver knows the old one',
      { header: sign({ secrets: [secret, previous] }), secrets: [previous] },
    ],
    ['beside a scheme that is not known', { header: `${sign()},v0=abc,v2=def` }],
    ['beside a signature that is broken', { header: `t=${now},v1=zz,v1=${hex(secret, now)}` }],
    ['in capital hex digits and with spaces', { header: `t=${now}, v1=${hex(secret, now).toUpperCase()}` }],
    ['with an empty body', { body: Buffer.alloc(0), header: sign({ body: '' }) }],
  ])('%s', (_name, change) => {
    expect(verify(change)).toEqual({ ok: true, atSeconds: now })
  })
})

describe('a webhook is refused', () => {
  it.each<[string, Partial<WebhookToVerify>, string]>([
    ['without a signature', { header: null }, 'SIGNATURE_MISSING'],
    ['with an empty one', { header: '' }, 'SIGNATURE_MISSING'],
    ['without a time', { header: `v1=${hex(secret, now)}` }, 'SIGNATURE_MALFORMED'],
    ['without a digest', { header: `t=${now}` }, 'SIGNATURE_MALFORMED'],
    ['with a time that is not a number', { header: `t=NaN,v1=${hex(secret, 'NaN')}` }, 'SIGNATURE_MALFORMED'],
    ['with an empty time', { header: `t=,v1=${hex(secret, '')}` }, 'SIGNATURE_MALFORMED'],
    ['with a negative time', { header: `t=-${now},v1=${hex(secret, -now)}` }, 'SIGNATURE_MALFORMED'],
    ['with a time and a unit', { header: `t=${now}s,v1=${hex(secret, `${now}s`)}` }, 'SIGNATURE_MALFORMED'],
    ['with a time as an exponent', { header: `t=1e9,v1=${hex(secret, '1e9')}` }, 'SIGNATURE_MALFORMED'],
    ['with a leading zero', { header: `t=0${now},v1=${hex(secret, `0${now}`)}` }, 'SIGNATURE_MALFORMED'],
    ['with two times', { header: `t=${now - 999},${sign()}` }, 'SIGNATURE_MALFORMED'],
    ['with a short digest', { header: sign().slice(0, -1) }, 'SIGNATURE_MALFORMED'],
    ['with a long digest', { header: `${sign()}0` }, 'SIGNATURE_MALFORMED'],
    ['with a digest that is not hex', { header: `t=${now},v1=${'z'.repeat(64)}` }, 'SIGNATURE_MALFORMED'],
    ['with a header of megabytes', { header: `${sign()},${'v1=0,'.repeat(400_000)}` }, 'SIGNATURE_MALFORMED'],
    ['301 s old', { nowSeconds: now + 301 }, 'SIGNATURE_OUTSIDE_WINDOW'],
    ['301 s ahead of our clock', { nowSeconds: now - 301 }, 'SIGNATURE_OUTSIDE_WINDOW'],
    ['signed with another secret', { header: sign({ secrets: ['whsec_other'] }) }, 'SIGNATURE_MISMATCH'],
    [
      'signed with the old secret after the overlap',
      { header: sign({ secrets: [previous] }) },
      'SIGNATURE_MISMATCH',
    ],
    [
      'signed for another second',
      { header: sign({ atSeconds: now - 1 }).replace(`t=${now - 1}`, `t=${now}`) },
      'SIGNATURE_MISMATCH',
    ],
    [
      're-serialized by a JSON library',
      { body: Buffer.from(JSON.stringify(JSON.parse(text), null, 1)) },
      'SIGNATURE_MISMATCH',
    ],
    ['by a receiver that knows no secret', { secrets: [] }, 'SIGNATURE_MISMATCH'],
  ])('%s', (_name, change, reason) => {
    expect(verify(change)).toEqual(refused(reason))
  })

  it('when any one bit of the body was altered', () => {
    for (let bit = 0; bit < body.length * 8; bit += 1) {
      const altered = Buffer.from(body)
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(verify({ body: altered })).toEqual(refused('SIGNATURE_MISMATCH'))
    }
  })

  it('when any one digit of the signature was altered', () => {
    const [time, digest = ''] = sign().split(',v1=')
    for (let at = 0; at < digest.length; at += 1) {
      const altered = digest.slice(0, at) + (digest[at] === '0' ? '1' : '0') + digest.slice(at + 1)
      expect(verify({ header: `${time},v1=${altered}` })).toEqual(refused('SIGNATURE_MISMATCH'))
    }
  })
})

it('any signed bytes are accepted within the window, and under no other secret', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
      fc.integer({ min: -300, max: 300 }),
      (bytes, secrets, skew) => {
        const header = signWebhook({ body: bytes, secrets, atSeconds: now })
        for (const known of secrets) {
          const check = { header, body: bytes, nowSeconds: now + skew }
          expect(verifyWebhook({ ...check, secrets: [known] }).ok).toBe(true)
          expect(verifyWebhook({ ...check, secrets: [`${secrets.join()}x`] }).ok).toBe(false)
        }
      },
    ),
  )
})

it('any malformed header is refused without an exception', () => {
  const part = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('t=', 'v1=', `t=${now}`, `t=${now}.5`, 'v1=__proto__', '=', `v1=${'0'.repeat(64)}`),
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), fc.uint8Array(), (parts, bytes) => {
      expect(verify({ header: parts.join(','), body: bytes }).ok).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})
