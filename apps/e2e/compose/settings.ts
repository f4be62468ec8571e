import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { parseEnv } from 'node:util'

export type Settings = Record<string, string>

/** What `pnpm secrets:init` wrote for the stack under test. */
export const readSettings = async () => parseEnv(await readFile(settingsFile(), 'utf8')) as Settings

/** The same settings with some changed, in a file beside it that the runner removes too; returns its path. */
export async function settingsWith(changes: Settings): Promise<string> {
  const settings = { ...(await readSettings()), ...changes }
  const file = join(await mkdtemp(join(dirname(settingsFile()), 'changed-')), '.env')
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  await writeFile(file, lines.join(''), { mode: 0o600 })
  return file
}

function settingsFile(): string {
  const file = process.env.COMPOSE_ENV_FILES
  if (!file) throw new Error('these tests are started by pnpm test:compose')
  return file
}
