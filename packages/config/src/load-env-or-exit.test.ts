import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const script = `
  import { loadEnvOrExit } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
  loadEnvOrExit('api', process.env, 'production')
  process.stdout.write('started')
`

it('an unusable environment ends the process with status 1 and every fault on stderr', () => {
  const env = { JWT_SECRET: 'hunter2-hunter2', CORS_ORIGINS: '*' }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env,
  })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  for (const name of ['DATABASE_URL', 'JWT_SECRET', 'JWT_REFRESH_SECRET', 'CORS_ORIGINS', 'SIGNUP_TOKEN']) {
    expect(stderr).toContain(`  ${name} `)
  }
  expect(stderr).not.toContain('hunter2')
})
