import { expect, test } from '@playwright/test'
import { docker } from './docker.ts'
import { settingsWith } from './settings.ts'

/** A stack of its own, beside the one under test. */
const elsewhere = { EDGE_SUBNET: '10.213.75.0/24', HTTP_PORT: '1', HTTPS_PORT: '2' }
const compose = (file: string, ...args: string[]) =>
  docker('compose', '--project-name', 'restai-refused', '--env-file', file, ...args)

for (const name of [
  'SITE_ADDRESS',
  'CORS_ORIGINS',
  'POSTGRES_PASSWORD',
  'APP_DATABASE_PASSWORD',
  'JWT_SECRET',
  'JWT_REFRESH_SECRET',
]) {
  test(`docker compose up stops without ${name}, and names it`, async () => {
    const { status, output } = await compose(
      await settingsWith({ ...elsewhere, [name]: '' }),
      'up',
      '--no-build',
    )
    expect(status).not.toBe(0)
    expect(output).toContain(`required variable ${name} is missing`)
  })
}

const weak = {
  POSTGRES_PASSWORD: 'change-me',
  APP_DATABASE_PASSWORD: 'restai',
  JWT_SECRET: 'your-secret-key-at-least-forty-three-characters',
  JWT_REFRESH_SECRET: 'a'.repeat(64),
  SIGNUP_TOKEN: '',
  CORS_ORIGINS: '*',
}

test('weak settings stop docker compose up before the database is made, and all are named', async () => {
  const file = await settingsWith({ ...elsewhere, ...weak })
  try {
    const { status, output } = await compose(file, 'up', '--no-build')
    expect(status).not.toBe(0)
    for (const name of Object.keys(weak)) expect(output).toContain(` ${name} `)
    for (const value of Object.values(weak).filter((text) => text.length > 8))
      expect(output).not.toContain(value)
    const { output: running } = await compose(
      file,
      'ps',
      '--all',
      '--status',
      'running',
      '--status',
      'exited',
      '--services',
    )
    expect(running.trim()).toBe('settings')
  } finally {
    await compose(file, 'down', '--volumes')
  }
})

for (const [service, named] of [
  ['migrate', /MIGRATE_DATABASE_URL has a password that is a placeholder/],
  ['api', /JWT_SECRET is a placeholder/],
] as const) {
  test(`${service} refuses weak settings on its own, and names them`, async () => {
    const file = await settingsWith({ ...elsewhere, ...weak })
    try {
      const { status, output } = await compose(file, 'run', '--rm', '--no-deps', '-T', service)
      expect(status).toBe(1)
      expect(output).toMatch(named)
    } finally {
      await compose(file, 'down', '--volumes')
    }
  })
}
