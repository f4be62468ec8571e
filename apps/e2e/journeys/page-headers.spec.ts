import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { banners, filePolicy, nonceOf, pageHeaders, pagePolicy } from '../support/page-headers.ts'

async function load(path: string, headers: Record<string, string> = {}) {
  const reply = await fetch(new URL(path, baseUrl), { redirect: 'manual', headers })
  return { status: reply.status, headers: reply.headers, text: await reply.text() }
}

function expectTable(path: string, { headers }: Pick<Response, 'headers'>): void {
  for (const [name, value] of Object.entries(pageHeaders))
    expect.soft(headers.get(name), `${path} ${name}`).toBe(value)
  for (const name of banners) expect.soft(headers.get(name), `${path} ${name}`).toBeNull()
}

test('pages, present or not, carry all security headers and a policy with a nonce', async () => {
  for (const [path, status] of [
    ['/', 200],
    ['/sign-in', 200],
    ['/kitchen', 200],
    ['/nothing/here', 404],
  ] as const) {
    const reply = await load(path)
    const policy = reply.headers.get('content-security-policy')
    expect.soft(reply.status, path).toBe(status)
    expectTable(path, reply)
    expect.soft(policy, path).toBe(pagePolicy(nonceOf(policy), false))
    expect.soft(reply.headers.get('cache-control'), path).toContain('no-store')
  }
})

test('files, present or not, carry all security headers and may execute nothing', async () => {
  const script = /\/_next\/static\/[^"]+\.js/.exec((await load('/')).text)?.[0] ?? ''
  for (const [path, status] of [
    [script, 200],
    ['/icons/mark.svg', 200],
    ['/_next/static/none.js', 404],
    ['/icons/none.svg', 404],
  ] as const) {
    const reply = await load(path)
    expect.soft(reply.status, path).toBe(status)
    expectTable(path, reply)
    expect.soft(reply.headers.get('content-security-policy'), path).toBe(filePolicy)
  }
})

test('no two of a hundred loads have the same nonce', async () => {
  const nonces = new Set<string>()
  for (let n = 0; n < 100; n += 1) {
    const { headers, text } = await load('/sign-in')
    const nonce = nonceOf(headers.get('content-security-policy'))
    expect(nonce.length).toBeGreaterThanOrEqual(22)
    expect(text).toContain(`nonce="${nonce}"`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(100)
})

test('a page requested over TLS upgrades plain addresses', async () => {
  const { headers } = await load('/', { 'x-forwarded-proto': 'https' })
  const policy = headers.get('content-security-policy')
  expect(policy).toBe(pagePolicy(nonceOf(policy), true))
})
