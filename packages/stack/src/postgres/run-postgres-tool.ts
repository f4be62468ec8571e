import { spawn } from 'node:child_process'
import type { PostgresHome } from './postgres-home.ts'

/** Runs `initdb` or `pg_ctl` as the server's account; rejects with what it wrote when it fails. */
export async function runPostgresTool(home: PostgresHome, tool: string, args: string[]): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  const child = spawn(tool, args, {
    ...home.account,
    cwd: home.folder,
    env: { ...Object.fromEntries(inherited), LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number | null>()
  child.on('error', reject).on('exit', resolve)
  if ((await promise) !== 0) throw new Error(output.trim())
}
