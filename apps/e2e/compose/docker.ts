import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const runFile = promisify(execFile)

/** Runs docker and returns how it ended. `COMPOSE_*` variables of the runner say which stack is meant. */
export async function docker(...args: string[]): Promise<{ status: number; output: string }> {
  try {
    const { stdout, stderr } = await runFile('docker', args, { maxBuffer: 2 ** 25 })
    return { status: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { status: code, output: stdout + stderr }
  }
}

/** Names and JSON descriptions of everything that `docker inspect` knows about these. */
export async function inspect<Description>(
  kind: 'container' | 'image',
  names: string[],
): Promise<Description[]> {
  const { status, output } = await docker(kind, 'inspect', ...names)
  if (status !== 0) throw new Error(output)
  return JSON.parse(output) as Description[]
}
