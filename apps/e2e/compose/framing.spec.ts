import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { sendRaw } from './send-raw.ts'

const { host, origin } = new URL(baseUrl)
const get = `GET /api/none HTTP/1.1\r\nhost: ${host}\r\n`
const post = `POST /api/auth/refresh HTTP/1.1\r\nhost: ${host}\r\norigin: ${origin}\r\ncontent-type: application/json\r\n`
const compressed = 'content-encoding: gzip\r\n'
const bomb = gzipSync(Buffer.alloc(20_000_000))
const padded = (bytes: number) => Buffer.from('{}'.padEnd(bytes))
const said = (body: Buffer, more = '') => [`${post}${more}content-length: ${body.length}\r\n\r\n`, body]
const inChunks = (body: Buffer, more = '') => [
  `${post}${more}transfer-encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n`,
  body,
  '\r\n0\r\n\r\n',
]
const bodyLimit = 65_536
const mebibyte = 1_048_576

/** An accepted body lacks a field, which is a 400. */
const bodies: [name: string, status: number, body: Buffer, more?: string][] = [
  ['two bytes', 400, padded(2)],
  ['exactly the limit', 400, padded(bodyLimit)],
  ['a byte more', 413, padded(bodyLimit + 1)],
  ['a mebibyte', 413, padded(mebibyte)],
  ['a mebibyte and a byte', 413, padded(mebibyte + 1)],
  ['2 MB', 413, padded(2_000_000)],
  ['as much as the API reads', 413, padded(8 * mebibyte)],
  ['more than that', 413, padded(9_000_000)],
  ['a gzip bomb', 415, bomb, compressed],
]

for (const [name, status, body, more] of bodies) {
  test(`through the proxy ${name} is ${status}, its length declared or not, each time`, async () => {
    for (const frame of [said, inChunks]) {
      for (let n = 0; n < 3; n += 1) {
        const { statuses } = await sendRaw(...frame(body, more))
        expect.soft(statuses, frame.name).toEqual([status])
      }
    }
  })
}

const follower = `GET /api/openapi.json HTTP/1.1\r\nhost: ${host}\r\n\r\n`
const chunkedEnd = 'transfer-encoding: chunked\r\n\r\n0\r\n\r\n'

/** What two servers in a row could read differently: the proxy refuses it and ends the connection. */
const refused: [name: string, status: number, head: string][] = [
  ['two lengths', 400, `${post}content-length: 2\r\ncontent-length: 4\r\n\r\n{}{}`],
  ['a negative length', 400, `${post}content-length: -1\r\n\r\n`],
  ['a length with a sign', 400, `${post}content-length: +2\r\n\r\n{}`],
  ['an unknown transfer coding', 501, `${post}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`],
  ['chunks within chunks', 501, `${post}transfer-encoding: chunked, chunked\r\n\r\n0\r\n\r\n`],
  ['a space before the colon', 400, `${post}content-length : 2\r\n\r\n{}`],
  ['a bare carriage return', 400, `${get}x-a: b\rc\r\n\r\n`],
  ['a zero byte', 400, `${get}x-a: \0\r\n\r\n`],
  ['no host', 400, 'GET /api/none HTTP/1.1\r\n\r\n'],
  ['two hosts', 400, `${get}host: evil.example\r\n\r\n`],
  ['2 MB of headers', 431, `${get}x-a: ${'a'.repeat(2_000_000)}\r\n\r\n`],
]

for (const [name, status, head] of refused) {
  test(`${name}: ${status}, the connection ends, and what follows is not answered`, async () => {
    const { statuses, closed } = await sendRaw(head, follower)
    expect({ statuses, closed }).toEqual({ statuses: [status], closed: true })
  })
}

test('a length beside chunks is read the same way by proxy and API, so what follows affects nobody else', async () => {
  for (const head of [
    `${post}content-length: 4\r\n${chunkedEnd}`,
    `${post}content-length: ${5 + follower.length}\r\n${chunkedEnd}`,
    `${post}transfer-encoding: chunked\r\ncontent-length: 3\r\n\r\n0\r\n\r\n`,
  ]) {
    const { statuses } = await sendRaw(head, follower)
    expect.soft(statuses[0]).toBe(400)
    // A surplus answer on a connection to the API would reach somebody else.
    for (let n = 0; n < 5; n += 1) expect.soft((await sendRaw(`${get}\r\n`)).statuses).toEqual([404])
  }
})

test('a body with unreadable chunks is 400 each time, and its connection ends', async () => {
  for (const chunks of [
    'zz\r\n{}\r\n0\r\n\r\n',
    '-1\r\n{}\r\n',
    '2\r\n{}{}\r\n0\r\n\r\n',
    'ffffffffffffffffff\r\n{}',
  ]) {
    for (let n = 0; n < 5; n += 1) {
      const { statuses, closed } = await sendRaw(
        `${post}transfer-encoding: chunked\r\n\r\n${chunks}`,
        follower,
      )
      expect.soft({ chunks, statuses, closed }).toEqual({ chunks, statuses: [400], closed: true })
    }
  }
})

test('a folded header is one line for both', async () => {
  expect((await sendRaw(`${get}x-a: b\r\n c\r\n\r\n`)).statuses).toEqual([404])
  expect((await sendRaw(`${post}transfer-encoding:\r\n chunked\r\n\r\n0\r\n\r\n`)).statuses).toEqual([400])
})

test('20 kB of headers, too long an address and a hundred headers are answered by the API', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => `x-${n}: ${n}\r\n`).join('')
  const long = (chars: number) => `GET /api/none?a=${'a'.repeat(chars)} HTTP/1.1\r\nhost: ${host}\r\n\r\n`
  for (const [status, bytes] of [
    [431, `${get}x-a: ${'a'.repeat(20_000)}\r\n\r\n`],
    [431, long(100_000)],
    [414, long(9_000)],
    [404, `${get}${hundred}\r\n`],
  ] as const)
    expect.soft((await sendRaw(bytes)).statuses, bytes.slice(0, 60)).toEqual([status])
})
