import { webhook } from '@repo/config/limits'
import { connect } from '@repo/db'
import { pino } from 'pino'
import { describe, expect, test } from 'vitest'
import { createDeps } from '../../create-deps.ts'
import type { Got } from './testing/start-receiver.ts'
import { isSignedWith, useWebhooks } from './testing/use-webhooks.ts'

const w = useWebhooks()

describe('a new secret', () => {
  test('signs beside the old one for a day, then alone', async () => {
    const { id, secret: old } = await w.add()
    const { body } = await w.call('POST', `/${id}/secret`)
    const fresh = String(body.secret)
    await w.happen()
    await w.deliver()
    expect([old, fresh].map((secret) => isSignedWith(w.receiver.got[0] as Got, secret))).toEqual([true, true])
    w.t.letPass(webhook.overlapSeconds + 1)
    await w.happen()
    await w.deliver()
    const { signature } = w.receiver.got[1] as Got
    expect(signature.match(/v1=/g)).toHaveLength(1)
  })

  test('made many times over leaves only two', async () => {
    const { id } = await w.add()
    for (let made = 0; made < 5; made += 1) await w.call('POST', `/${id}/secret`)
    await w.happen()
    await w.deliver()
    expect(w.receiver.got[0]?.signature.match(/v1=/g)).toHaveLength(2)
  })

  test('of the installation re-seals what the old one had sealed, and deliveries go on', async () => {
    const { secret } = await w.add()
    const database = connect({ url: w.t.env.DATABASE_URL, poolMax: 2 })
    const options = { mode: 'production' as const, database, log: pino({ level: 'silent' }) }
    const [replaced, next] = [
      w.t.env.JWT_REFRESH_SECRET,
      'k2Jf8Qw5Zs1Xn7Vb4Mc9Lp6Hd3Gt0RyEaUiOoPlKjHgFdSaZxCvBnMqWe',
    ]
    const during = createDeps({
      ...options,
      env: { ...w.t.env, JWT_REFRESH_SECRET: next, JWT_REFRESH_SECRET_PREVIOUS: [replaced] },
    })
    const after = createDeps({ ...options, env: { ...w.t.env, JWT_REFRESH_SECRET: next } })
    for (const deps of [during, after]) {
      deps.outgoingHttp = w.receiver.outgoingHttp
      await w.happen()
      await w.deliver(deps)
      deps.hub.close()
    }
    await database.end()
    expect(w.receiver.got.map((one) => isSignedWith(one, secret))).toEqual([true, true])
  })

  test('that was lost with its key fails with a reason instead of sending unsigned', async () => {
    const { id } = await w.add()
    await w.t.admin`update webhook_endpoints set secrets = '[{"sealed":"AAAA","expiresAt":null}]'`
    await w.happen()
    await w.deliver()
    expect(w.receiver.got).toHaveLength(0)
    expect(await w.deliveries(id)).toMatchObject([{ lastError: 'NO_SECRET' }])
  })
})
