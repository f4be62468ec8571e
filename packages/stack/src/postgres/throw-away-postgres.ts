import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunnerRecord } from '../processes/runner-record.ts'
import { type PostgresServer, startPostgres } from './start-postgres.ts'

/** A PostgreSQL in a folder of its own on a free port; `stop` removes both. Without `durable` it does not wait for the disk. */
export async function throwAwayPostgres(record: RunnerRecord, durable = false): Promise<PostgresServer> {
  const folder = await mkdtemp(join(tmpdir(), 'restai-postgres-'))
  await chmod(folder, 0o755)
  await record.addPostgres(join(folder, 'data'), folder)
  const server = await startPostgres({ dataDir: join(folder, 'data'), port: 0, durable })
  const stop = async () => {
    await server.stop()
    for (const used of [server.folder, folder]) await rm(used, { recursive: true, force: true })
  }
  return { ...server, stop }
}
