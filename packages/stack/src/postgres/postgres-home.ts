import { createHash, randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, realpath, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isOpenToOthers } from './is-open-to-others.ts'
import { type PostgresAccount, postgresAccount } from './postgres-account.ts'
import { rootDataFolder } from './root-data-folder.ts'

/** One server's folder: its files, the administrator's password and its log. */
export type PostgresHome = {
  folder: string
  cluster: string
  passwordFile: string
  logFile: string
  account: PostgresAccount
}

/** Makes the folder if need be. It is `dataDir`, or below `/var/lib` when root's other user could not get there. */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const account = await postgresAccount()
  await mkdir(dirname(dataDir), { recursive: true })
  const wanted = await place(dataDir, account)
  await mkdir(wanted, { recursive: true, mode: 0o700 })
  const folder = await realpath(wanted)
  await giveTo(account, folder)
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'server.log'),
    account,
  }
}

/** The password of the server's administrator, made once and kept with the data. */
export async function ensurePassword({ passwordFile, account }: PostgresHome): Promise<string> {
  const known = await readFile(passwordFile, 'utf8').catch(() => '')
  if (known.trim() !== '') return known.trim()
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordFile, password, { mode: 0o600 })
  await giveTo(account, passwordFile)
  return password
}

async function place(dataDir: string, account: PostgresAccount): Promise<string> {
  const parent = await realpath(dirname(dataDir))
  if (account.uid === undefined || (await isOpenToOthers(parent))) return dataDir
  return join(await rootDataFolder(), createHash('sha256').update(dataDir).digest('hex').slice(0, 16))
}

async function giveTo({ uid, gid }: PostgresAccount, path: string) {
  if (uid !== undefined && gid !== undefined) await chown(path, uid, gid)
}
