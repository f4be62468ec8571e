import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import { docker, inspect } from './docker.ts'
import { readSettings } from './settings.ts'

const runFile = promisify(execFile)

type Container = {
  Config: { User: string; Labels: Record<string, string> }
  HostConfig: {
    ReadonlyRootfs: boolean
    CapDrop: string[]
    CapAdd: string[] | null
    SecurityOpt: string[]
    Privileged: boolean
  }
  NetworkSettings: { Ports: Record<string, unknown[] | null> }
  State: { Status: string; Health?: { Status: string } }
}
type Image = { Config: { Env: string[]; User: string } }

const serviceOf = ({ Config }: Container): string => Config.Labels['com.docker.compose.service'] ?? ''

async function containers(): Promise<Container[]> {
  const { output } = await docker('compose', 'ps', '--all', '--quiet')
  return inspect<Container>('container', output.trim().split('\n'))
}

test('every container runs unprivileged, on a file system that it cannot write to', async () => {
  const all = await containers()
  expect(all.map(serviceOf).toSorted()).toEqual(['api', 'caddy', 'migrate', 'postgres', 'settings', 'web'])
  for (const container of all) {
    const { Config, HostConfig } = container
    expect.soft(Config.User, serviceOf(container)).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect.soft(HostConfig, serviceOf(container)).toMatchObject({
      ...{
        ReadonlyRootfs: true,
        Privileged: false,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges:true'],
      },
      CapAdd: serviceOf(container) === 'caddy' ? ['NET_BIND_SERVICE'] : null,
    })
  }
})

test('only caddy publishes ports', async () => {
  const published = (await containers()).filter(({ NetworkSettings }) =>
    Object.values(NetworkSettings.Ports).some((bindings) => bindings !== null),
  )
  expect(published.map(serviceOf)).toEqual(['caddy'])
})

test('long-running services are healthy, and one-shot services have succeeded', async () => {
  const states = async () =>
    Object.fromEntries(
      (await containers()).map((container) => [
        serviceOf(container),
        container.State.Health?.Status ?? container.State.Status,
      ]),
    )
  // Containers that another test stopped need time to become healthy again.
  await expect.poll(states, { timeout: 90_000 }).toEqual({
    ...{ settings: 'exited', migrate: 'exited' },
    ...{ postgres: 'healthy', api: 'healthy', web: 'healthy', caddy: 'healthy' },
  })
})

test('no image holds a secret or an address', async () => {
  const settings = await readSettings()
  const names = ['restai-api', 'restai-web', 'restai-caddy']
  for (const [at, { Config }] of (await inspect<Image>('image', names)).entries()) {
    const name = names[at] ?? ''
    expect.soft(Config.User, name).toBe('1000:1000')
    expect.soft(Config.Env.join('\n'), name).not.toMatch(/SECRET|PASSWORD|TOKEN|:\/\//)
    const found = await docker(
      'run',
      '--rm',
      '--network=none',
      '--entrypoint=grep',
      name,
      '-rlF',
      settings.SITE_ADDRESS ?? '',
      '/app',
      '/etc/caddy',
    )
    expect.soft(found.output.replaceAll(/grep: .*No such file.*\n/g, ''), name).toBe('')
  }
})

/** `pnpm scan:secrets images`, whose status is 1 when it found something. */
async function scanImages(...names: string[]): Promise<{ status: number; output: string }> {
  const scan = join(import.meta.dirname, '../../../packages/stack/run.js')
  try {
    const { stdout } = await runFile(process.execPath, [scan, 'scan-secrets', 'images', ...names])
    return { status: 0, output: stdout }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, output: stdout + stderr }
  }
}

test('a scan of the images finds no secret, and finds one that is planted in a file or in the environment', async () => {
  expect(await scanImages('restai-api', 'restai-web', 'restai-caddy')).toMatchObject({ status: 0 })
  const folder = await mkdtemp(join(tmpdir(), 'restai-planted-'))
  const secret = randomBytes(32).toString('base64url')
  const lines = ['FROM restai-caddy', `ENV JWT_SECRET=${secret}`, 'COPY planted /etc/caddy/planted']
  await writeFile(join(folder, 'Dockerfile'), lines.join('\n'))
  await writeFile(join(folder, 'planted'), `AUDIT_KEY=${secret}`)
  try {
    const built = await docker('build', '--quiet', '--tag', 'restai-planted', folder)
    expect(built.status, built.output).toBe(0)
    const { status, output } = await scanImages('restai-planted')
    expect(status).toBe(1)
    expect(output).toContain('restai-planted description')
    expect(output).toContain('restai-planted caddy/planted:1')
    expect(output).not.toContain(secret)
  } finally {
    await docker('image', 'rm', '--force', 'restai-planted')
    await rm(folder, { recursive: true })
  }
})
