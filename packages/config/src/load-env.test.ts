import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { EnvError, type EnvFault } from './env-error.ts'
import { generateSecret } from './generate-secrets.ts'
import { loadEnv, type ProcessName } from './load-env.ts'
import type { Mode } from './mode.ts'

type Change = Record<string, string | undefined>

const password = generateSecret()
const ownerPassword = generateSecret()
const goodEnv = {
  api: {
    DATABASE_URL: `postgres://restai_app:${password}@db.internal:5432/restai`,
    JWT_SECRET: generateSecret(),
    JWT_REFRESH_SECRET: generateSecret(),
    CORS_ORIGINS: 'https://order.example.com',
    SIGNUP_TOKEN: generateSecret(),
  },
  web: { API_INTERNAL_URL: 'http://api:3001' },
  migrate: {
    MIGRATE_DATABASE_URL: `postgres://restai_owner:${ownerPassword}@db.internal:5432/restai`,
    DATABASE_URL: `postgres://restai_app:${password}@db.internal:5432/restai`,
  },
  compose: {
    SITE_ADDRESS: 'https://order.example.com',
    POSTGRES_PASSWORD: generateSecret(),
    APP_DATABASE_PASSWORD: generateSecret(),
  },
  'audit-verify': {
    MIGRATE_DATABASE_URL: `postgres://restai_owner:${ownerPassword}@db.internal:5432/restai`,
    AUDIT_KEY: generateSecret(),
    AUDIT_CHECKPOINT_DIR: '/var/lib/restai/audit',
  },
} satisfies Record<ProcessName, Change>

function faultsOf(name: ProcessName, change: Change, mode: Mode = 'production'): readonly EnvFault[] {
  try {
    loadEnv(name, { ...goodEnv[name], ...change }, mode)
    return []
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    for (const value of Object.values(change)) {
      if (value && value.length > 3) expect(error.message).not.toContain(value)
    }
    return error.faults
  }
}

const variablesOf = (faults: readonly EnvFault[]) => [...new Set(faults.map((fault) => fault.variable))]

const long = generateSecret()
const refused: readonly [process: ProcessName, variable: string, value: string | undefined][] = [
  ['api', 'JWT_SECRET', undefined],
  ['api', 'JWT_SECRET', ''],
  ['api', 'JWT_SECRET', '  \t '],
  ['api', 'JWT_SECRET', generateSecret().slice(0, 42)],
  ['api', 'JWT_SECRET', 'a'.repeat(64)],
  ['api', 'JWT_SECRET', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
  ['api', 'JWT_SECRET', '7f3a9c02d5e8b146'.padEnd(48, '7f3a9c02d5e8b146')],
  ['api', 'JWT_SECRET', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822'],
  ['api', 'JWT_SECRET', '1234567890!"§$%&/()=?1234567890QWERTZUIOPASDF'],
  ['api', 'JWT_SECRET', '!"#$%&()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQR'],
  ['api', 'JWT_SECRET', '3141592653589793238462643383279502884197169399375105820974944592307816'],
  ['api', 'JWT_SECRET', 'correct-horse-battery-staple-and-a-few-more-words'],
  ['api', 'JWT_SECRET', `change-me-${long}`],
  ['api', 'JWT_SECRET', `change_this_in_production_${long}`],
  ['api', 'JWT_SECRET', `your-256-bit-key-${long}`],
  ['api', 'JWT_SECRET', `my-super-secret-jwt-key-${long}`],
  ['api', 'JWT_SECRET', `example-${long}`],
  ['api', 'JWT_SECRET', `<${long}>`],
  ['api', 'JWT_SECRET', `\${${long}}`],
  ['api', 'JWT_SECRET', `${long} ${long}`],
  ['api', 'JWT_REFRESH_SECRET', undefined],
  ['api', 'JWT_REFRESH_SECRET', 'refresh'],
  ['api', 'JWT_REFRESH_SECRET', goodEnv.api.JWT_SECRET],
  ['api', 'JWT_SECRET_PREVIOUS', goodEnv.api.JWT_SECRET],
  ['api', 'JWT_SECRET_PREVIOUS', goodEnv.api.JWT_REFRESH_SECRET],
  ['api', 'JWT_SECRET_PREVIOUS', `${long},short`],
  ['api', 'JWT_SECRET_PREVIOUS', `${long},`],
  ['api', 'JWT_REFRESH_SECRET_PREVIOUS', goodEnv.api.JWT_REFRESH_SECRET],
  ['api', 'JWT_REFRESH_SECRET_PREVIOUS', goodEnv.api.JWT_SECRET],
  ['api', 'ACCESS_TOKEN_TTL_SECONDS', '901'],
  ['api', 'ACCESS_TOKEN_TTL_SECONDS', '28800'],
  ['api', 'ACCESS_TOKEN_TTL_SECONDS', '0'],
  ['api', 'ACCESS_TOKEN_TTL_SECONDS', '-1'],
  ['api', 'ACCESS_TOKEN_TTL_SECONDS', '1e2'],
  ['api', 'ACCESS_TOKEN_TTL_SECONDS', '15m'],
  ['api', 'CORS_ORIGINS', undefined],
  ['api', 'CORS_ORIGINS', '*'],
  ['api', 'CORS_ORIGINS', 'https://*.example.com'],
  ['api', 'CORS_ORIGINS', 'null'],
  ['api', 'CORS_ORIGINS', 'https://order.example.com/'],
  ['api', 'CORS_ORIGINS', 'https://order.example.com/menu'],
  ['api', 'CORS_ORIGINS', 'https://Order.example.com'],
  ['api', 'CORS_ORIGINS', 'https://order.example.com:443'],
  ['api', 'CORS_ORIGINS', 'https://user@order.example.com'],
  ['api', 'CORS_ORIGINS', 'menu.example.org'],
  ['api', 'CORS_ORIGINS', 'http://order.example.com'],
  ['api', 'CORS_ORIGINS', 'http://localhost.example.com'],
  ['api', 'CORS_ORIGINS', 'javascript:alert(1)'],
  ['api', 'CORS_ORIGINS', 'https://order.example.com,,https://a.example.com'],
  ['api', 'CORS_ORIGINS', 'https://order.example.com,'],
  ['api', 'CORS_ORIGINS', 'https://order.example.com https://a.example.com'],
  ['api', 'DATABASE_URL', undefined],
  ['api', 'DATABASE_URL', 'mysql://app:secret@db/restai'],
  ['api', 'DATABASE_URL', 'db.internal'],
  ['api', 'DATABASE_URL', `postgres://restai_app:${password}@db.internal`],
  ['api', 'DATABASE_URL', 'postgres://db.internal/restai'],
  ['api', 'DATABASE_URL', 'postgres://restai_app@db.internal/restai'],
  ['api', 'DATABASE_URL', 'postgres://restai_app:postgres@db.internal/restai'],
  ['api', 'DATABASE_URL', `postgres://restai_app:change-me-${password}@db.internal/restai`],
  ['api', 'DATABASE_URL', `${goodEnv.api.DATABASE_URL}?sslmode=disable`],
  ['api', 'DATABASE_URL', `${goodEnv.api.DATABASE_URL}?sslmode=prefer`],
  ['api', 'DATABASE_URL', `${goodEnv.api.DATABASE_URL}?sslmode=require`],
  ['api', 'DATABASE_URL', `${goodEnv.api.DATABASE_URL}?sslmode=verify-ca`],
  ['api', 'DATABASE_URL', `${goodEnv.api.DATABASE_URL}?ssl=false`],
  ['migrate', 'MIGRATE_DATABASE_URL', `${goodEnv.migrate.MIGRATE_DATABASE_URL}?sslmode=no-verify`],
  ['api', 'DATABASE_POOL_MAX', '0'],
  ['api', 'REDIS_URL', 'cache.internal:6379'],
  ['api', 'REDIS_URL', 'http://cache.internal'],
  ['api', 'REDIS_URL', `redis://:${password}@cache.internal:6379`],
  ['api', 'REDIS_URL', 'rediss://cache.internal:6379'],
  ['api', 'REDIS_URL', `rediss://:${password}@cache.internal:6379?tls=false`],
  ['api', 'REDIS_URL', `rediss://:${password}@cache.internal:6379/main`],
  ['api', 'TRUSTED_PROXIES', 'caddy'],
  ['api', 'TRUSTED_PROXIES', '10.0.0.0/33'],
  ['api', 'TRUSTED_PROXIES', '0.0.0.0/0'],
  ['api', 'TRUSTED_PROXIES', '10.0.0.1,::/0'],
  ['api', 'API_PORT', '70000'],
  ['api', 'API_HOST', 'http://0.0.0.0'],
  ['api', 'ADMIN_PORT', '3001'],
  ['api', 'ADMIN_PORT', '0'],
  ['api', 'HEALTH_SECRET', 'letmein'],
  ['api', 'HEALTH_SECRET', goodEnv.api.JWT_SECRET],
  ['api', 'HEALTH_SECRET', goodEnv.api.SIGNUP_TOKEN],
  ['api', 'LOG_LEVEL', 'verbose'],
  ['api', 'SIGNUP', 'yes'],
  ['api', 'AUDIT_KEY', 'change-me'],
  ['api', 'AUDIT_KEY', goodEnv.api.JWT_SECRET],
  ['api', 'ALERT_EMAIL', 'ops@example.com'],
  ['audit-verify', 'AUDIT_KEY', undefined],
  ['audit-verify', 'AUDIT_CHECKPOINT_DIR', undefined],
  ['audit-verify', 'AUDIT_CHECKPOINT_DIR', 'backups'],
  ['audit-verify', 'MIGRATE_DATABASE_URL', undefined],
  ['api', 'SIGNUP_TOKEN', undefined],
  ['api', 'SIGNUP_TOKEN', 'letmein'],
  ['api', 'SIGNUP_TOKEN', goodEnv.api.JWT_SECRET],
  ['web', 'API_INTERNAL_URL', undefined],
  ['web', 'API_INTERNAL_URL', 'api:3001'],
  ['web', 'API_INTERNAL_URL', 'http://api:3001/'],
  ['web', 'WEB_PORT', 'http'],
  ['migrate', 'MIGRATE_DATABASE_URL', undefined],
  ['migrate', 'DATABASE_URL', undefined],
  ['migrate', 'DATABASE_URL', `postgres://restai_owner:${password}@db.internal:5432/restai`],
  ['migrate', 'DATABASE_URL', `postgres://restai_app:${ownerPassword}@db.internal:5432/restai`],
]

describe('boot matrix', () => {
  it.each(refused)('%s refuses to start with %s=%j, naming it alone', (name, variable, value) => {
    expect(variablesOf(faultsOf(name, { [variable]: value }))).toEqual([variable])
  })

  it.each<ProcessName>(['api', 'web', 'migrate'])(
    '%s starts in production with a good environment',
    (name) => {
      expect(faultsOf(name, {})).toEqual([])
    },
  )

  it('all faults are reported at once, cross-field ones included', () => {
    const faults = faultsOf('api', {
      DATABASE_URL: undefined,
      JWT_SECRET: 'brief',
      JWT_REFRESH_SECRET: 'brief',
      CORS_ORIGINS: '*',
      SIGNUP_TOKEN: undefined,
    })
    expect(variablesOf(faults).sort()).toEqual([
      'CORS_ORIGINS',
      'DATABASE_URL',
      'JWT_REFRESH_SECRET',
      'JWT_SECRET',
      'SIGNUP_TOKEN',
    ])
    expect(faults).toContainEqual({ variable: 'JWT_REFRESH_SECRET', problem: 'must differ from JWT_SECRET' })
  })

  it.each(['JWT_SECRET', 'JWT_REFRESH_SECRET', 'DATABASE_URL'])(
    'development has no fallback for %s',
    (variable) => {
      expect(variablesOf(faultsOf('api', { [variable]: undefined }, 'development'))).toEqual([variable])
    },
  )

  it('the environment cannot switch production off', () => {
    const faults = faultsOf('api', {
      NODE_ENV: 'development',
      APP_ENV: 'development',
      CORS_ORIGINS: undefined,
    })
    expect(variablesOf(faults)).toEqual(['CORS_ORIGINS'])
  })
})

describe('accepted values', () => {
  it('secrets of the usual generators are accepted', () => {
    const hex64Bytes =
      'c3ab8ff13720e8ad9047dd39466b3c8974e592c2fa383d4a3960714caef0c4f2e1d09b5a7f63482c1be8d0a94657f3c2b1908e7d6a5f4c3b2e19080f7e6d5c4b'
    const env = loadEnv('api', { ...goodEnv.api, JWT_SECRET: hex64Bytes }, 'production')
    expect(env.JWT_SECRET).toBe(hex64Bytes)
  })

  it('origins are trimmed and deduplicated', () => {
    const CORS_ORIGINS =
      ' https://a.example.com, https://b.example.com:8443 ,https://a.example.com,http://localhost:3000'
    expect(loadEnv('api', { ...goodEnv.api, CORS_ORIGINS }, 'production').CORS_ORIGINS).toEqual([
      'https://a.example.com',
      'https://b.example.com:8443',
      'http://localhost:3000',
    ])
  })

  it('defaults are safe', () => {
    expect(loadEnv('api', goodEnv.api, 'production')).toMatchObject({
      ACCESS_TOKEN_TTL_SECONDS: 900,
      API_HOST: '127.0.0.1',
      API_PORT: 3001,
      DATABASE_POOL_MAX: 10,
      JWT_SECRET_PREVIOUS: [],
      LOG_LEVEL: 'info',
      SIGNUP: 'token',
      TRUSTED_PROXIES: [],
    })
  })

  it('proxies may be addresses and networks of both families', () => {
    const TRUSTED_PROXIES = '10.0.0.1, 172.16.0.0/12, ::1, fd00::/8'
    expect(loadEnv('api', { ...goodEnv.api, TRUSTED_PROXIES }, 'production').TRUSTED_PROXIES).toHaveLength(4)
  })

  it.each(['redis://localhost:6379', 'redis://redis', `rediss://app:${password}@cache.example.com:6380/1`])(
    'limits may be counted at %s',
    (REDIS_URL) => {
      expect(faultsOf('api', { REDIS_URL })).toEqual([])
    },
  )

  it('a closed sign-up needs no token', () => {
    expect(faultsOf('api', { SIGNUP: 'closed', SIGNUP_TOKEN: undefined })).toEqual([])
  })

  it('development knows where its own pages and API are', () => {
    const { CORS_ORIGINS, ...rest } = goodEnv.api
    expect(CORS_ORIGINS).toBeDefined()
    expect(loadEnv('api', rest, 'development').CORS_ORIGINS).toEqual(['http://localhost:3000'])
    expect(loadEnv('web', {}, 'development').API_INTERNAL_URL).toBe('http://127.0.0.1:3001')
  })

  it('the result holds only declared variables and is frozen throughout', () => {
    const env = loadEnv('api', { ...goodEnv.api, AWS_SECRET_ACCESS_KEY: 'x', PATH: '/bin' }, 'production')
    expect(Object.keys(env)).not.toContain('PATH')
    expect([env, env.CORS_ORIGINS, env.TRUSTED_PROXIES, env.JWT_SECRET_PREVIOUS].every(Object.isFrozen)).toBe(
      true,
    )
  })
})

it('alerts go to a valid address or URL, signed with a separate secret', () => {
  const SMTP_URL = 'smtps://u:p@mail.example.com'
  const mail = { SMTP_URL, MAIL_FROM: 'noreply@example.com' }
  const ALERT_WEBHOOK_URL = 'https://alerts.example.com/restai'
  const ALERT_WEBHOOK_SECRET = 'w7Kq3Zt9Xm5Rb1Yc8Hn4Vd6Lp2Jg0FsTaEuIoQrWxNzPvBkMlChDjGfS'
  const faults = (more: Record<string, string>) => variablesOf(faultsOf('api', more))
  expect(
    faults({ ...mail, ALERT_EMAIL: 'ops@example.com', ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET }),
  ).toEqual([])
  expect(faults({ ...mail, ALERT_EMAIL: 'ops' })).toEqual(['ALERT_EMAIL'])
  expect(faults({ ALERT_WEBHOOK_URL })).toEqual(['ALERT_WEBHOOK_SECRET'])
  expect(faults({ ALERT_WEBHOOK_URL: 'http://alerts.example.com', ALERT_WEBHOOK_SECRET })).toEqual([
    'ALERT_WEBHOOK_URL',
  ])
  for (const weak of ['letmein', goodEnv.api.JWT_SECRET])
    expect(faults({ ALERT_WEBHOOK_URL, ALERT_WEBHOOK_SECRET: `${weak}` })).toEqual(['ALERT_WEBHOOK_SECRET'])
})

it('a folder for checkpoints without a key to sign them is refused', () => {
  const change = { AUDIT_CHECKPOINT_DIR: '/var/lib/restai/audit' }
  expect(variablesOf(faultsOf('api', change))).toEqual(['AUDIT_KEY'])
})

describe('NAME_FILE', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restai-env-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const file = (name: string, content: string) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  }

  it.each([
    'DATABASE_URL',
    'JWT_SECRET',
    'JWT_REFRESH_SECRET',
    'JWT_SECRET_PREVIOUS',
    'JWT_REFRESH_SECRET_PREVIOUS',
    'SIGNUP_TOKEN',
  ] as const)('%s can be read from a file, trimmed', (name) => {
    const value = name === 'DATABASE_URL' ? goodEnv.api.DATABASE_URL : generateSecret()
    const source = { ...goodEnv.api, [name]: '', [`${name}_FILE`]: file(name, `${value}\n`) }
    expect([loadEnv('api', source, 'production')[name]].flat()).toEqual([value])
  })

  it('a weak secret in a file is refused like any other', () => {
    const change = { JWT_SECRET: undefined, JWT_SECRET_FILE: file('weak', 'change-me') }
    expect(variablesOf(faultsOf('api', change))).toEqual(['JWT_SECRET'])
  })

  it('an empty file counts as missing', () => {
    const change = { JWT_SECRET: undefined, JWT_SECRET_FILE: file('empty', '\n') }
    expect(faultsOf('api', change)).toEqual([{ variable: 'JWT_SECRET', problem: 'is missing' }])
  })

  it('an unreadable file is one fault that names the variable', () => {
    const change = { JWT_SECRET: undefined, JWT_SECRET_FILE: join(folder, 'absent') }
    expect(faultsOf('api', change).map((fault) => fault.variable)).toEqual(['JWT_SECRET'])
  })

  it('a secret that is set twice is refused', () => {
    const change = { JWT_SECRET_FILE: file('twice', generateSecret()) }
    expect(variablesOf(faultsOf('api', change))).toEqual(['JWT_SECRET'])
  })

  it('only secrets are read from files', () => {
    const change = { CORS_ORIGINS: undefined, CORS_ORIGINS_FILE: file('cors', 'https://a.example.com') }
    expect(variablesOf(faultsOf('api', change))).toEqual(['CORS_ORIGINS'])
  })
})
