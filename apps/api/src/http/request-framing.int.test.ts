import { once } from 'node:events'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { residentBytes } from '@repo/stack/resident-bytes'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { networkOf } from '../security/network-of.ts'
import { sendRaw } from '../testing/send-raw.ts'
import { type ServedApp, serveApp } from '../testing/serve-app.ts'
import { startProcess } from '../testing/start-process.ts'
import { createTestApp, type TestApp } from '../testing/test-app.ts'

let t: TestApp
let served: ServedApp
beforeAll(async () => {
  t = await createTestApp()
  served = await serveApp(t)
})
afterAll(async () => {
  await served.stop()
  await t.close()
})

const json = 'application/json'
const utf8 = (text: string) => Buffer.from(text)
const login = '{"email":"a@example.test","password":"Wrong-horse-42-battery"}'
const padded = (bytes: number) => utf8(login + ' '.repeat(bytes - login.length))
/** A login with these bytes in its password. */
const withBytes = (...bytes: number[]) => {
  const [before = '', after = ''] = login.split('Wrong')
  return Buffer.concat([utf8(before), Buffer.from(bytes), utf8(after)])
}
const bodyLimit = 65_536

type Case = [name: string, status: number, body: Buffer, headers?: Record<string, string>]

const bodies: Case[] = [
  ['the usual', 401, utf8(login)],
  ['a named charset', 401, utf8(login), { 'content-type': 'application/json; charset="UTF-8"' }],
  ['exactly the limit', 401, padded(bodyLimit)],
  ['a byte more', 413, padded(bodyLimit + 1)],
  ['a megabyte', 413, padded(1_048_576)],
  ['a megabyte and a byte', 413, padded(1_048_577)],
  ['two megabytes', 413, padded(2_000_000)],
  ['nothing', 400, utf8('')],
  ['an array', 400, utf8('[]')],
  ['depth 21', 400, utf8('['.repeat(21) + ']'.repeat(21))],
  ['depth 1,000', 400, utf8('['.repeat(1_000) + ']'.repeat(1_000))],
  ['depth 30,000', 400, utf8('{"a":'.repeat(10_000))],
  ['a key twice', 400, utf8(login.replace('{', '{"email":"b@example.test",'))],
  ['a key twice, one escaped', 400, utf8(login.replace('{', '{"em\\u0061il":"b@example.test",'))],
  ['a byte order mark', 400, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(login)])],
  ['UTF-16', 400, Buffer.from(login, 'utf16le')],
  [
    'UTF-16 by name',
    415,
    Buffer.from(login, 'utf16le'),
    { 'content-type': 'application/json; charset=utf-16' },
  ],
  ['broken UTF-8', 400, withBytes(0xc3)],
  ['a surrogate in UTF-8', 400, withBytes(0xed, 0xa0, 0x80)],
  ['a lone surrogate', 400, utf8(login.replace('Wrong', '\\ud83d'))],
  ['a zero character', 400, utf8(login.replace('a@', 'a\\u0000@'))],
  ['no content type', 415, utf8(login), { 'content-type': '' }],
  ['text', 415, utf8(login), { 'content-type': 'text/plain' }],
  ['a form', 415, utf8('email=a'), { 'content-type': 'application/x-www-form-urlencoded' }],
  ['multipart', 415, utf8('--x--'), { 'content-type': 'multipart/form-data; boundary=x' }],
  ['gzip', 415, gzipSync(login), { 'content-encoding': 'gzip' }],
  ['a gzip bomb', 415, gzipSync(Buffer.alloc(20_000_000)), { 'content-encoding': 'gzip' }],
]

describe.each(['its length declared', 'in chunks'])('a JSON body, %s', (framing) => {
  test.each(bodies)('%s is %i', async (_, status, body, headers = {}) => {
    const said = framing === 'its length declared'
    const fields = {
      'content-type': json,
      ...headers,
      ...(said ? { 'content-length': String(body.length) } : { 'transfer-encoding': 'chunked' }),
    }
    const head = Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}\r\n`)
    const chunk = body.length > 0 ? [`${body.length.toString(16)}\r\n`, body, '\r\n'] : []
    t.deps.limiter.forget('signIn', `password|a@example.test|${networkOf('127.0.0.1')}`)
    t.deps.limiter.forget('signInPerAddress', '127.0.0.1')
    const reply = await sendRaw(served.port, [
      `POST /api/auth/login HTTP/1.1\r\nhost: x\r\n${head.join('')}\r\n`,
      ...(said ? [body] : [...chunk, '0\r\n\r\n']),
    ])
    expect(reply.status).toBe(status)
    expect(JSON.parse(reply.body)).toMatchObject({ status })
  })
})

const post = 'POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n'

/** Framing that two servers in a row could read differently. */
const framings: [name: string, status: number, bytes: string][] = [
  ['a length and chunks', 400, `${post}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`],
  ['two lengths', 400, `${post}content-length: 2\r\ncontent-length: 4\r\n\r\n{}{}`],
  ['a negative length', 400, `${post}content-length: -1\r\n\r\n`],
  ['an unknown transfer coding', 400, `${post}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ['a folded header', 400, 'GET /health HTTP/1.1\r\nhost: x\r\nx-a: b\r\n c\r\n\r\n'],
  ['a space before the colon', 400, 'GET /health HTTP/1.1\r\nhost : x\r\n\r\n'],
  ['a bare line feed', 400, 'GET /health HTTP/1.1\nhost: x\n\n'],
  ['a zero byte in a header', 400, 'GET /health HTTP/1.1\r\nhost: x\r\nx-a: \0\r\n\r\n'],
  ['no HTTP at all', 400, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['20 kB of headers', 431, `GET /health HTTP/1.1\r\nhost: x\r\nx-a: ${'a'.repeat(20_000)}\r\n\r\n`],
  ['100 kB of address', 431, `GET /health?a=${'a'.repeat(100_000)} HTTP/1.1\r\nhost: x\r\n\r\n`],
]

test.each(framings)('%s: %i with a problem document, and the connection ends', async (_, status, bytes) => {
  const reply = await sendRaw(served.port, bytes)
  expect(reply).toMatchObject({ status, closed: true })
  expect(JSON.parse(reply.body)).toMatchObject({ status, requestId: expect.stringMatching(/^[\w-]{8,}$/) })
})

test.each([
  ['no host', 'GET /health HTTP/1.1\r\n\r\n'],
  ['an invalid host', 'GET /health HTTP/1.1\r\nhost: a b\r\n\r\n'],
  ['a host with a path', 'GET /health HTTP/1.1\r\nhost: x/y\r\n\r\n'],
  ['a backslash in the path', 'GET /health\\x HTTP/1.1\r\nhost: x\r\n\r\n'],
])('%s is 400 with a problem document', async (_, bytes) => {
  const reply = await sendRaw(served.port, bytes)
  expect(reply.status).toBe(400)
  expect(JSON.parse(reply.body)).toMatchObject({ code: 'MALFORMED_REQUEST' })
})

test('an address of more than 8 kB is 414', async () => {
  const reply = await fetch(`${served.url}/api/nothing?a=${'a'.repeat(8_192)}`)
  expect(reply.status).toBe(414)
  expect(await reply.json()).toMatchObject({ code: 'URI_TOO_LONG' })
})

test('a hundred headers are accepted', async () => {
  const lines = Array.from({ length: 100 }, (_, n) => `x-${n}: ${n}\r\n`)
  const reply = await sendRaw(served.port, `GET /health HTTP/1.1\r\nhost: x\r\n${lines.join('')}\r\n`)
  expect(reply.status).toBe(200)
})

test.each([
  ['with its length declared', 'content-length: 2\r\n\r\n{}'],
  ['in chunks', 'transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n'],
])('a body where none is declared, %s, is refused', async (_, rest) => {
  const reply = await sendRaw(served.port, `GET /api/openapi.json HTTP/1.1\r\nhost: x\r\n${rest}`)
  expect(reply.status).toBe(400)
  expect(JSON.parse(reply.body)).toMatchObject({ code: 'VALIDATION_FAILED' })
})

test.each(['role', '__proto__', 'constructor', 'toString'])(
  'a query where none is declared is an unknown field: %s',
  async (key) => {
    const reply = await fetch(`${served.url}/api/openapi.json?${key}=owner`)
    expect(reply.status).toBe(400)
    expect(await reply.json()).toMatchObject({ code: 'UNKNOWN_FIELD' })
  },
)

/** Sends a body in chunks of 64 kB until it is whole or the connection ends; the most memory that the process had meanwhile. */
async function mostBytesWhile(port: number, pid: number, bodyBytes: number): Promise<number> {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  socket.resume()
  socket.write(
    `POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: ${json}\r\ntransfer-encoding: chunked\r\n\r\n`,
  )
  const chunk = Buffer.from(`10000\r\n${' '.repeat(65_536)}\r\n`)
  let most = await residentBytes(pid)
  for (let sent = 0; sent < bodyBytes && !socket.destroyed; sent += 65_536) {
    if (!socket.write(chunk))
      await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => {})
    if (sent % mebibyte === 0) most = Math.max(most, await residentBytes(pid))
  }
  socket.destroy()
  return Math.max(most, await residentBytes(pid))
}

const mebibyte = 1_048_576
const bomb = gzipSync(Buffer.alloc(20_000_000))
const bombHead = `POST /api/auth/login HTTP/1.1\r\nhost: x\r\ncontent-type: ${json}\r\ncontent-encoding: gzip\r\n`

test('ten bodies of 8 MB at once, and gzip bombs, are refused without being kept: under 20 MB more memory', async () => {
  const api = await startProcess(t)
  const pid = api.child.pid ?? 0
  const round = async () => {
    const peaks = await Promise.all(
      Array.from({ length: 10 }, () => mostBytesWhile(api.port, pid, 8 * mebibyte)),
    )
    for (let n = 0; n < 10; n += 1)
      await sendRaw(api.port, [`${bombHead}content-length: ${bomb.length}\r\n\r\n`, bomb])
    return Math.max(...peaks, await residentBytes(pid))
  }
  try {
    // Until the engine has allocated what it needs anyway.
    for (let n = 0; n < 3; n += 1) await round()
    const before = await residentBytes(pid)
    const peak = await round()
    expect((peak - before) / mebibyte).toBeLessThan(20)
  } finally {
    api.child.kill()
    await once(api.child, 'exit')
  }
})
