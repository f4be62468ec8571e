import { spawn } from 'node:child_process'
import { pathWithTools } from './start-child.ts'

export type RunOptions = {
  cwd: string
  env?: Record<string, string>
  /** Returns a bad status instead of throwing. */
  allowFailure?: boolean
  /** Keeps the output instead of showing it. */
  capture?: boolean
}

/** Runs one command to its end. Ctrl-C reaches it too. */
export async function run(
  command: string,
  args: string[],
  { cwd, env, allowFailure = false, capture = false }: RunOptions,
): Promise<{ status: number; output: string }> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: pathWithTools(cwd), ...env },
    stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
  })
  const endWithUs = () => child.kill()
  process.once('exit', endWithUs)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  const status = await promise.finally(() => process.off('exit', endWithUs))
  if (status !== 0 && !allowFailure)
    throw new Error(`${command} ${args[0]} ended with status ${status}\n${output}`)
  return { status, output }
}
