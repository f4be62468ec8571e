import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { canaries, canaryHeaders, canaryQuery, findLeaks, readLogs } from './canaries.ts'
import { docker } from './docker.ts'
import { signupToken } from './installation.ts'

const { origin } = new URL(baseUrl)
const injected = '\r\n{"level":"info","msg":"okapi-forged"}\n'
const everything = {
  ...canaries,
  nested: [{ deeper: { ...canaries, text: `${Object.values(canaries)}${injected}` } }],
}

type Ask = { json?: object; token?: string; headers?: Record<string, string> }

async function ask(method: string, path: string, { json, token, headers = {} }: Ask = {}) {
  const reply = await fetch(new URL(path, baseUrl), {
    method,
    redirect: 'manual',
    headers: {
      origin,
      ...(json && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(json && { body: JSON.stringify(json) }),
  })
  const text = reply.headers.get('content-type')?.includes('json') ? await reply.json() : {}
  const cookies = reply.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  return { status: reply.status, body: text as Record<string, string>, cookies }
}

const registration = {
  ...{ name: 'Olga Brun', email: canaries.email, password: canaries.password },
  ...{ organizationName: 'Casa Okapi', branchName: 'Casa Okapi', locale: 'en' },
  ...{ currency: 'PEN', timeZone: 'America/Lima', taxMode: 'inclusive', taxName: 'IGV', taxRatePpm: 180_000 },
  ...{ accent: { hue: 158, chroma: 0.095 }, tableCount: 3, sampleMenu: true },
}

// Only a few sign-ups an hour are allowed, and other tests need them.
test.afterAll(async () => {
  await docker('compose', 'restart', 'api')
})

/** Makes secrets with real accounts, and returns them. */
async function useEverySecret(): Promise<Record<string, string>> {
  const { password, wrongPassword, email, phone, code } = canaries
  const owner = await ask('POST', '/api/auth/register', { json: { ...registration, signupToken } })
  expect(owner.status).toBe(201)
  const { accessToken: token = '', account } = owner.body as unknown as {
    accessToken: string
    account: { branches: { id: string; slug: string }[] }
  }
  const branch = `/api/branches/${account.branches[0]?.id}`
  const twice = await ask('POST', '/api/auth/register', { json: { ...registration, signupToken } })
  expect(twice.status).toBeGreaterThanOrEqual(400)
  await ask('POST', '/api/auth/login', { json: { email, password: wrongPassword } })
  const again = await ask('POST', '/api/auth/login', { json: { email, password } })
  const cookie = { cookie: again.cookies.join('; ') }
  const renewed = await ask('POST', '/api/auth/refresh', {
    json: { attemptId: crypto.randomUUID() },
    headers: cookie,
  })
  const person = { name: 'Okapi', email: `second.${email}`, password, role: 'waiter', allBranches: true }
  for (const _ of ['once', 'again']) await ask('POST', `${branch}/staff`, { token, json: person })
  await ask('POST', '/api/auth/forgot-password', { json: { email } })
  await ask('POST', '/api/auth/reset-password', { json: { token: canaries.resetToken, password } })
  const { body: enrolment } = await ask('POST', '/api/auth/two-factor/enrol', { token, json: {} })
  const { body: board } = await ask('GET', `${branch}/tables`, { token })
  const { code: sticker } = (board.tables as unknown as { code: string }[])[0] ?? {}
  const door = `/api/customer/${account.branches[0]?.slug}/${sticker}/sessions`
  const guest = await ask('POST', door, { json: { name: 'Ana' } })
  const guestToken = guest.body.accessToken ?? ''
  for (const destination of [email, phone]) {
    const request = await ask('POST', '/api/customer/auth/otp/request', {
      json: { destination },
      token: guestToken,
    })
    const otpRequestId = request.body.otpRequestId ?? crypto.randomUUID()
    await ask('POST', '/api/customer/auth/otp/verify', { json: { otpRequestId, code }, token: guestToken })
  }
  const { body: made } = await ask('POST', `${branch}/device-keys`, { token, json: { kind: 'kds' } })
  const device = { key: made.key, deviceId: crypto.randomUUID(), kind: 'kds', name: `${phone}` }
  const paired = await ask('POST', '/api/devices/activate', { json: device })
  const hook = { url: `https://1.1.1.1/${canaries.resetToken}`, kinds: ['order.placed'] }
  const webhook = await ask('POST', `${branch}/webhooks`, { token, json: hook })
  const kept: Record<string, string | undefined> = {
    ...{ ownToken: token, laterToken: again.body.accessToken, renewedToken: renewed.body.accessToken },
    ...{
      guestToken,
      deviceKey: made.key,
      deviceToken: paired.body.accessToken,
      webhookSecret: webhook.body.secret,
    },
    ...{ totpUri: enrolment.uri, totpSecret: enrolment.secret },
    ...Object.fromEntries(
      [owner, again, renewed, guest, paired].flatMap(({ cookies }, at) =>
        cookies.map((line, n) => [`cookie ${at}.${n}`, line.slice(line.indexOf('=') + 1)]),
      ),
    ),
  }
  const given = Object.entries(kept).filter(([, value]) => value !== undefined && value !== '')
  expect(given.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'ownToken',
      'guestToken',
      'renewedToken',
      'deviceKey',
      'deviceToken',
      'webhookSecret',
      'cookie 3.0',
    ]),
  )
  return Object.fromEntries(given) as Record<string, string>
}

/** Puts every canary into every place of a request to each route and to the pages. */
async function knockEverywhere(): Promise<void> {
  const document = (await ask('GET', '/api/openapi.json')).body as unknown as {
    paths: Record<string, object>
  }
  const routes = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.keys(verbs).map((verb) => [verb, path] as const),
  )
  expect(routes.length).toBeGreaterThan(60)
  await Promise.all(
    routes.map(([verb, path]) => {
      const method = verb.toUpperCase()
      const address = `${path.replaceAll(/\{\w+\}/g, `${canaries.tableCode}`)}?${canaryQuery}`
      return ask(method, address, { headers: canaryHeaders, ...(method !== 'GET' && { json: everything }) })
    }),
  )
  for (const page of [
    '/sign-in',
    '/reset-password',
    '/accept-invitation',
    `/${canaries.tableCode}/${canaries.tableCode}`,
  ])
    await ask('GET', `${page}?${canaryQuery}`, { headers: canaryHeaders })
}

/** Statements that fail with a value in the row, in the statement, and in what they are told. */
const failing = [
  `insert into users (id, email, name, password_hash) select gen_random_uuid(), '${canaries.email}', null, '${canaries.password}'`,
  `insert into users select * from users where email = '${canaries.email}'`,
  `select '${canaries.apiKey}' from nothing_here`,
]

test('no secret and no person is in the log of any service, whatever was asked, answered or broken', async () => {
  test.setTimeout(240_000)
  const secrets = await useEverySecret()
  await knockEverywhere()
  for (const statement of failing) {
    const { status } = await docker(
      'compose',
      'exec',
      '-T',
      'postgres',
      'psql',
      '-U',
      'postgres',
      '-d',
      'restai',
      '-c',
      statement,
    )
    expect(status, statement).not.toBe(0)
  }
  await docker('compose', 'stop', 'postgres')
  await knockEverywhere()
  await docker('compose', 'start', 'postgres')
  const ready = ['compose', 'exec', '-T', 'postgres', 'pg_isready', '-h', '127.0.0.1']
  await expect.poll(async () => (await docker(...ready)).status, { timeout: 30_000 }).toBe(0)
  expect(await findLeaks(secrets)).toEqual([])
})

test('each line of the API and of the proxy is one JSON object, and none was smuggled in', async () => {
  const logs = await readLogs()
  for (const service of ['api', 'caddy']) {
    const lines = logs.get(service) ?? []
    expect.soft(lines.length, service).toBeGreaterThan(5)
    const broken = lines.filter((line) => !isObject(line))
    expect.soft(broken, service).toEqual([])
  }
  const all = [...logs.values()].flat().join('\n')
  expect(all).not.toMatch(/^.{0,4}\{"level":"info","msg":"okapi-forged"\}/m)
})

test('the request log names routes, and never query strings', async () => {
  const logs = await readLogs()
  const entries = (logs.get('api') ?? []).map((line) => JSON.parse(line) as Record<string, unknown>)
  const requests = entries.filter(({ route }) => typeof route === 'string')
  expect(requests.length).toBeGreaterThan(60)
  expect(requests.filter(({ route }) => String(route).includes('?'))).toEqual([])
  for (const [service, lines] of logs)
    expect
      .soft(
        lines.filter((line) => /\/(auth|sign-in|reset-password|accept-invitation)[\w/-]*\?/.test(line)),
        service,
      )
      .toEqual([])
})

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object'
  } catch {
    return false
  }
}
