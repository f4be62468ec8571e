import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { writeProductionEnv } from './write-production-env.ts'

const usage = 'Usage: pnpm secrets:init [--site=https://order.example.com] [--out=FILE] [--force]\n'

try {
  const { values: options } = parseArgs({
    options: {
      site: { type: 'string', default: '' },
      out: { type: 'string', default: join(import.meta.dirname, '../../../.env') },
      force: { type: 'boolean', default: false },
    },
  })
  const env = writeProductionEnv({ path: options.out, site: options.site, force: options.force })
  process.stdout.write(
    [
      `Wrote ${options.out} with fresh secrets. Keep a copy in a safe place; it is readable by you alone.`,
      '',
      `Sign-up token: ${env.SIGNUP_TOKEN}`,
      'It is needed to sign up a restaurant.',
      '',
      ...(options.site
        ? []
        : ['Set SITE_ADDRESS and CORS_ORIGINS in it to your address: https://order.example.com']),
      'Then: docker compose up -d --build',
      '',
    ].join('\n'),
  )
} catch (error) {
  const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST'
  process.stderr.write(
    exists
      ? 'That file exists. --force replaces it: everybody is signed out, and a database that was set up with the old passwords refuses the new ones.\n'
      : `${error instanceof Error ? error.message : error}\n${usage}`,
  )
  process.exitCode = 1
}
