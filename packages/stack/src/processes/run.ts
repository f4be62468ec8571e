import { spawn } from 'node:child_process'
import { pathWithTools } from './start-child.ts'

export type RunOptions = {
  cwd: string
  env?: Record<string, string>
  /** Returns a non-zero status instead of throwing. */
  allowFailure?: boolean
  /** Keeps the output instead of showing it. */
  capture?: boolean
  /** Ends the command early; the promise rejects. */
  signal?: AbortSignal | undefined
}

/** Runs one command to its end, with the tools of the package in `cwd` and of the repository on its PATH. */
export async function run(
  command: string,
  args: string[],
  { cwd, env, allowFailure = false, capture = false, signal }: RunOptions,
): Promise<{ status: number; output: string }> {
  const child = spawn(command, args, {
    cwd,
    signal,
    env: { ...process.env, PATH: pathWithTools(cwd), ...env },
    stdio: ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  child.on('error', reject).on('close', (code) => resolve(code ?? 1))
  const status = await promise
  if (status !== 0 && !allowFailure)
    throw new Error(`${command} ${args[0]} ended with status ${status}\n${output}`)
  return { status, output }
}
