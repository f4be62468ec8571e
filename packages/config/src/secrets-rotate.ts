import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isRotated, rotateSecrets } from './rotate-secrets.ts'

const usage = 'Usage: pnpm secrets:rotate [--file=.env] [--only=JWT_SECRET|JWT_REFRESH_SECRET]\n'

try {
  const { values: options } = parseArgs({
    options: {
      file: { type: 'string', default: join(import.meta.dirname, '../../../.env') },
      only: { type: 'string' },
    },
  })
  const { file, only } = options
  if (only !== undefined && !isRotated(only)) throw new Error(`${only} is not a secret that rotates`)
  const text = rotateSecrets(readFileSync(file, 'utf8'), only === undefined ? undefined : [only])
  replaceFile(file, text)
  process.stdout.write(
    [
      `Rotated ${only ?? 'JWT_SECRET and JWT_REFRESH_SECRET'} in ${file}; the old values still verify.`,
      'Then: docker compose up -d --wait',
      'Remove JWT_SECRET_PREVIOUS after 15 minutes, JWT_REFRESH_SECRET_PREVIOUS after 30 days.',
      'If a secret has leaked, remove its old value at once: people then sign in again.',
      '',
    ].join('\n'),
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n${usage}`)
  process.exitCode = 1
}

/** Writes the whole file or nothing, readable only by its owner. */
function replaceFile(file: string, text: string): void {
  const next = `${file}.next`
  try {
    writeFileSync(next, text, { mode: 0o600, flag: 'wx' })
    renameSync(next, file)
  } catch (error) {
    rmSync(next, { force: true })
    throw error
  }
}
