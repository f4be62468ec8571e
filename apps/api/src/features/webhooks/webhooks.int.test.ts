import { webhook } from '@repo/config/limits'
import { journalEntries } from '@repo/db/schema'
import { describe, expect, test } from 'vitest'
import { sendSafely, targetPolicy } from '../../security/send-safely.ts'
import type { Got } from './testing/start-receiver.ts'
import { isSignedWith, useWebhooks } from './testing/use-webhooks.ts'

const w = useWebhooks()

describe('managing webhooks', () => {
  test('shows the secret once, and keeps it sealed', async () => {
    const { id, secret } = await w.add()
    expect(secret).toMatch(/^whsec_[\w-]{43}$/)
    const list = await w.call('GET')
    expect(list.body).toEqual({
      webhooks: [
        { id, url: w.receiver.url, kinds: ['order.placed'], state: 'active', createdAt: expect.any(String) },
      ],
    })
    const [row] = await w.t.admin<
      { text: string }[]
    >`select row_to_json(e)::text as text from webhook_endpoints e`
    expect(row?.text).toContain('sealed')
    expect(row?.text).not.toContain(secret.slice(6))
  })

  test.each(['cashier', 'waiter', 'kitchen'])('is forbidden to a %s', async (role) => {
    const { id } = await w.add()
    const { token } = await w.t.signInAs(w.tenant, role)
    const refused = [
      await w.call('GET', '', undefined, token),
      await w.call('POST', '', { url: w.receiver.url, kinds: ['order.placed'] }, token),
      await w.call('PATCH', `/${id}`, { state: 'paused' }, token),
      await w.call('DELETE', `/${id}`, undefined, token),
      await w.call('POST', `/${id}/secret`, undefined, token),
      await w.call('POST', `/${id}/test`, undefined, token),
      await w.call('GET', `/${id}/deliveries`, undefined, token),
    ]
    expect(refused.map(({ status }) => status)).toEqual(Array(7).fill(403))
    expect(w.receiver.got).toEqual([])
  })

  test('of another restaurant finds nothing', async () => {
    const { id } = await w.add()
    const other = await w.t.createTenant()
    const { token } = await w.t.signInAs(other, 'owner')
    const elsewhere = (method: string, rest: string, json?: unknown) =>
      w.t.call(method, w.path(rest, other.branchId), { token, ...(json !== undefined && { json }) })
    const answers = [
      await elsewhere('PATCH', `/${id}`, { state: 'paused' }),
      await elsewhere('DELETE', `/${id}`),
      await elsewhere('POST', `/${id}/secret`),
      await elsewhere('POST', `/${id}/test`),
      await elsewhere('GET', `/${id}/deliveries`),
      await w.t.call('GET', w.path(), { token }),
    ]
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(404))
    expect((await elsewhere('GET', '')).body).toEqual({ webhooks: [] })
    expect(w.receiver.got).toEqual([])
  })

  test('deletes the deliveries with the webhook', async () => {
    const { id } = await w.add()
    await w.happen()
    await w.deliver()
    expect((await w.call('DELETE', `/${id}`)).status).toBe(200)
    expect((await w.call('GET', `/${id}/deliveries`)).status).toBe(404)
    expect(await w.t.admin`select from webhook_deliveries`).toHaveLength(0)
  })

  test(`stops at ${webhook.maxEndpoints} per branch`, async () => {
    for (let made = 0; made < webhook.maxEndpoints; made += 1) await w.add()
    expect(await w.call('POST', '', { url: w.receiver.url, kinds: ['order.placed'] })).toMatchObject({
      status: 409,
    })
  })

  test('stops there even when many are asked for at once', async () => {
    const replies = await Promise.all(
      Array.from({ length: webhook.maxEndpoints + 5 }, () =>
        w.call('POST', '', { url: w.receiver.url, kinds: ['order.placed'] }),
      ),
    )
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(webhook.maxEndpoints)
  })

  test('is written to the journal of the organization, without the address', async () => {
    const { id } = await w.add()
    await w.call('PATCH', `/${id}`, { state: 'paused' })
    await w.call('POST', `/${id}/secret`)
    await w.call('DELETE', `/${id}`)
    const stream = `organization:${w.tenant.organizationId}`
    const entries = await w.t.deps.gateway.run({ kind: 'relay', stream }, ({ db }) =>
      db.select().from(journalEntries).orderBy(journalEntries.seq),
    )
    const kinds = ['webhook.created', 'webhook.changed', 'webhook.secret_rotated', 'webhook.deleted']
    expect(entries.map(({ kind }) => kind)).toEqual(kinds)
    expect(JSON.stringify(entries)).not.toContain('127.0.0.1')
  })
})

test.each([
  'http://hooks.example.com/',
  'https://localhost/',
  'https://127.0.0.1/',
  'https://2130706433/',
  'https://[::1]/',
  'https://[::ffff:169.254.169.254]/',
  'https://169.254.169.254/latest/meta-data/',
  'https://10.0.0.1/',
  'https://user:pass@1.1.1.1/',
  'https://1.1.1.1:5432/',
  'https://no-such-name.invalid/',
  'file:///etc/passwd',
  'gopher://1.1.1.1/',
  'not a url',
])('in production %s is refused with 400, when it is added and when it is changed', async (inside) => {
  const { id } = await w.add()
  w.t.deps.outgoingHttp = sendSafely(targetPolicy('production'))
  const refused = { status: 400, body: { code: 'VALIDATION_FAILED', errors: [{ field: 'url' }] } }
  expect(await w.call('POST', '', { url: inside, kinds: ['order.placed'] })).toMatchObject(refused)
  expect(await w.call('PATCH', `/${id}`, { url: inside })).toMatchObject(refused)
})

describe('a test', () => {
  test('sends a signed ping at once and says how it was answered', async () => {
    const { id, secret } = await w.add()
    const { status, body } = await w.call('POST', `/${id}/test`)
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { kind: 'ping', state: 'delivered', attempts: 1, lastStatus: 200 },
    })
    expect(w.receiver.got).toHaveLength(1)
    expect(isSignedWith(w.receiver.got[0] as Got, secret)).toBe(true)
  })

  test('that fails is not tried again and does not count against the webhook', async () => {
    const { id } = await w.add()
    w.receiver.status = 500
    expect((await w.call('POST', `/${id}/test`)).body).toMatchObject({ state: 'failed', lastStatus: 500 })
    await w.makeDue()
    await w.deliver()
    expect(w.receiver.got).toHaveLength(1)
    const [row] = await w.t.admin<{ failures: number }[]>`select failures from webhook_endpoints`
    expect(row?.failures).toBe(0)
  })
})
