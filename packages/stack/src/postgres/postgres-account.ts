import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** Empty when PostgreSQL may run as the current user; a user id when that is root, as which it refuses to run. */
export type PostgresAccount = { uid: number; gid: number } | Record<string, never>

/** The account that PostgreSQL runs as: `postgres` or `nobody` instead of root. */
export async function postgresAccount(): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return {}
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'))
  if (account) return account
  throw new Error(
    'PostgreSQL does not run as root, and this machine has no user postgres or nobody to run it as',
  )
}

async function lookUp(user: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([readId('-u', user), readId('-g', user)])
    return { uid, gid }
  } catch {
    return undefined
  }
}

const readId = async (flag: string, user: string) =>
  Number.parseInt((await promisify(execFile)('id', [flag, user])).stdout, 10)
