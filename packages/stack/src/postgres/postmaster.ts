import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import postgres from 'postgres'
import { findProcess } from '../processes/process-table.ts'
import type { PostgresHome } from './postgres-home.ts'

export type Postmaster = { pid: number; port: number }

/** The server that a home's `postmaster.pid` names, whether or not it still lives. */
export async function readPostmaster({ cluster }: PostgresHome): Promise<Postmaster | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port] = text.split('\n').map(Number)
  return pid && port ? { pid, port } : undefined
}

/** Whether that process runs this very cluster: the number alone may belong to another process by now. */
export async function isPostmasterOf({ cluster }: PostgresHome, pid: number): Promise<boolean> {
  const command = (await findProcess(pid))?.command ?? ''
  return command.includes('postgres') && command.split(' ').includes(cluster)
}

/** Whether a server runs on this home's data. */
export async function isRunning(home: PostgresHome): Promise<boolean> {
  const postmaster = await readPostmaster(home)
  return postmaster !== undefined && (await isPostmasterOf(home, postmaster.pid))
}

/** Whether the server takes connections and serves this very cluster. */
export async function serves({ cluster }: PostgresHome, adminUrl: string): Promise<boolean> {
  const sql = postgres(adminUrl, { max: 1, connect_timeout: 2, onnotice: () => {} })
  try {
    const [row] = await sql<{ data_directory: string }[]>`show data_directory`
    return row?.data_directory === cluster
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
