import { postgresBinaries } from './postgres-binaries.ts'
import { type PostgresHome, postgresHome } from './postgres-home.ts'
import { isRunning, readPostmaster } from './postmaster.ts'
import { runPostgresTool } from './run-postgres-tool.ts'

/** Stops the server that runs on a data folder, if one does: by closing connections, else by force after three seconds. */
export async function stopPostgres(dataDir: string): Promise<void> {
  const home = await postgresHome(dataDir)
  if (await isRunning(home)) await stopHome(home)
}

export async function stopHome(home: PostgresHome): Promise<void> {
  const { pgCtl } = await postgresBinaries(home.account.uid !== undefined)
  const stop = (mode: string) =>
    runPostgresTool(home, pgCtl, ['stop', '-D', home.cluster, '-m', mode, '-t', '3', '-s'])
  try {
    await stop('fast')
  } catch {
    if (await readPostmaster(home)) await stop('immediate')
  }
}
