import { expect, test } from '@playwright/test'
import { baseUrl } from '../support/base-url.ts'
import { docker, inspect } from './docker.ts'
import { readSettings } from './settings.ts'

type Bindings = Record<string, { HostIp: string; HostPort: string }[] | null>
type Container = { NetworkSettings: { Ports: Bindings }; State: { Health?: { Status: string } } }

async function containersOf(...services: string[]): Promise<Container[]> {
  const { output } = await docker('compose', 'ps', '--quiet', ...services)
  return inspect<Container>('container', output.trim().split('\n'))
}

async function health(secret?: string) {
  const headers = secret === undefined ? undefined : { 'x-health-secret': secret }
  const reply = await fetch(new URL('/health', baseUrl), { ...(headers && { headers }) })
  return { status: reply.status, body: (await reply.json()) as Record<string, unknown> }
}

test('all services together open two ports on the host: those of http and https', async () => {
  const { HTTP_PORT, HTTPS_PORT } = await readSettings()
  const open = (await containersOf()).flatMap(({ NetworkSettings: { Ports } }) =>
    Object.entries(Ports).flatMap(([inside, bound]) =>
      (bound ?? []).map(({ HostIp, HostPort }) => `${HostIp}:${HostPort}/${inside.split('/')[1]}`),
    ),
  )
  expect(open.toSorted()).toEqual(
    [`0.0.0.0:${HTTP_PORT}/tcp`, `0.0.0.0:${HTTPS_PORT}/tcp`, `0.0.0.0:${HTTPS_PORT}/udp`].toSorted(),
  )
})

test('operator endpoints are not on the public port', async () => {
  const paths = ['/ready', '/metrics', '/api/ready', '/api/metrics', '/admin', '/config/', '/debug/pprof/']
  for (const path of paths) {
    const reply = await fetch(new URL(path, baseUrl))
    expect.soft(reply.status, path).toBe(404)
    expect.soft(await reply.text(), path).not.toMatch(/restai_http|nodejs_eventloop|"draining"|"apps":/)
  }
})

test('health tells more to callers who know the secret, and nothing to a guess', async () => {
  const { HEALTH_SECRET = '' } = await readSettings()
  expect(await health()).toEqual({ status: 200, body: { status: 'ok' } })
  expect(await health(HEALTH_SECRET)).toMatchObject({ status: 200, body: { details: { database: 'ok' } } })
  const guess = await health(`${HEALTH_SECRET.slice(0, -1)}!`)
  expect(guess.status).toBe(403)
  expect(guess.body).not.toHaveProperty('details')
})

test('without its database the API says so within three seconds, and its container is unhealthy until it is back', async () => {
  test.setTimeout(180_000)
  const stateOf = async () => (await containersOf('api'))[0]?.State.Health?.Status
  await docker('compose', 'stop', 'postgres')
  try {
    const unavailable = { status: 503, body: { status: 'unavailable' } }
    await expect.poll(() => health(), { timeout: 3_000, intervals: [200] }).toEqual(unavailable)
    await expect.poll(stateOf, { timeout: 60_000 }).toBe('unhealthy')
  } finally {
    await docker('compose', 'start', 'postgres')
  }
  await expect.poll(stateOf, { timeout: 60_000 }).toBe('healthy')
  expect((await health()).status).toBe(200)
})
