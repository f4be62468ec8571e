import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'

const secret = () => randomBytes(48).toString('base64url')
const shared = secret()
const databaseUrl = `postgres://restai_app:${secret()}@127.0.0.1:1/restai`

const good: Record<string, string> = {
  DATABASE_URL: databaseUrl,
  MIGRATE_DATABASE_URL: `postgres://postgres:${secret()}@127.0.0.1:1/restai`,
  JWT_SECRET: secret(),
  JWT_REFRESH_SECRET: secret(),
  CORS_ORIGINS: 'https://order.example.com',
  SIGNUP: 'closed',
  API_PORT: '0',
}

type Ending = { status: number | null; stderr: string }

/** Runs an entry point as production would and waits for its end. */
function boot(entry: string, env: Record<string, string>): Promise<Ending> {
  const child = spawn(process.execPath, [new URL(entry, import.meta.url).pathname], { env, timeout: 40_000 })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })))
}

test.each<[string, string, Record<string, string>, string[]]>([
  ['the API', './main.ts', { JWT_SECRET: '' }, ['JWT_SECRET']],
  [
    'the API',
    './main.ts',
    { JWT_SECRET: 'short', JWT_REFRESH_SECRET: '   ' },
    ['JWT_SECRET', 'JWT_REFRESH_SECRET'],
  ],
  ['the API', './main.ts', { JWT_SECRET: shared, JWT_REFRESH_SECRET: shared }, ['JWT_REFRESH_SECRET']],
  [
    'the API',
    './main.ts',
    { JWT_SECRET: 'change-me-change-me-change-me-change-me-change-me' },
    ['JWT_SECRET'],
  ],
  ['the API', './main.ts', { CORS_ORIGINS: '*' }, ['CORS_ORIGINS']],
  ['the API', './main.ts', { ACCESS_TOKEN_TTL_SECONDS: '901' }, ['ACCESS_TOKEN_TTL_SECONDS']],
  ['the API', './main.ts', { NODE_ENV: 'development', JWT_SECRET: '' }, ['JWT_SECRET']],
  [
    'the migration',
    './migrate-main.ts',
    { DATABASE_URL: '', MIGRATE_DATABASE_URL: '' },
    ['DATABASE_URL', 'MIGRATE_DATABASE_URL'],
  ],
])(
  '%s (%s) does not start with %o: status 1, every fault named, no value printed',
  async (_, entry, bad, names) => {
    const { status, stderr } = await boot(entry, { ...good, ...bad })
    expect(status).toBe(1)
    for (const name of names) expect(stderr).toContain(name)
    for (const value of Object.values({ ...good, ...bad })) {
      if (value.trim().length > 8) expect(stderr).not.toContain(value)
    }
  },
)
