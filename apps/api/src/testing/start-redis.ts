import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@repo/stack/free-port'

const programs = ['redis-server', 'valkey-server']

/**
 * A separate Redis that keeps nothing. It must be on the PATH, or is installed where packages may be; a test
 * that needs it never passes without it.
 */
export async function startRedis(port?: number): Promise<{ url: string; port: number; child: ChildProcess }> {
  const program = findProgram() ?? install()
  const at = port ?? (await freePort())
  const args = ['--port', String(at), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const [chunk] of onData(child)) {
    output += chunk
    if (/ready to accept connections/i.test(output)) break
  }
  child.stdout?.resume()
  return { url: `redis://127.0.0.1:${at}`, port: at, child }
}

async function* onData(child: ChildProcess) {
  const ended = once(child, 'exit').then(() => {
    throw new Error('redis-server ended before it was ready')
  })
  while (child.stdout) yield await Promise.race([once(child.stdout, 'data'), ended])
}

const findProgram = (): string | undefined =>
  programs.find((name) => spawnSync(name, ['--version']).status === 0)

function install(): string {
  const script = 'apt-get update -qq && apt-get install -y -qq --no-install-recommends redis-server'
  const { status } = spawnSync('sh', ['-c', script], {
    stdio: 'ignore',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  const program = findProgram()
  if (status !== 0 || !program) throw new Error('redis-server is not on the PATH and could not be installed')
  return program
}
