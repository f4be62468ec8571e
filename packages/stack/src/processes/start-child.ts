import { type ChildProcess, spawn } from 'node:child_process'
import { platform } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { toolsFolder } from '../paths.ts'
import { endGroup } from './end-group.ts'
import type { RunnerRecord } from './runner-record.ts'

export type ChildOptions = {
  name: string
  command: string
  args: string[]
  cwd: string
  env: Record<string, string>
  record: RunnerRecord
}

export type Child = {
  name: string
  /** What it wrote so far, at most the last 200 lines. */
  lines: readonly string[]
  /** Passes each line on from now; `lines` holds what came before. */
  onLine(listener: (line: string) => void): void
  /** Settles when the process is gone, with `exit code 1` or `SIGKILL`. */
  ended: Promise<string>
  hasEnded(): boolean
  /** Ends it and everything that it started. */
  stop(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
}

const keptLines = 200
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one; colours (m) may stay.
const terminalControl = /\u001b(?:\[[\d;?]*[A-Za-ln-z]|c)/g

/** Starts a process in a group of its own, so that Ctrl-C reaches this process alone and everything stops in order. */
export async function startChild({ name, command, args, cwd, env, record }: ChildOptions): Promise<Child> {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: pathWithTools(cwd), ...env },
    detached: platform() !== 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  let listener: ((line: string) => void) | undefined
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (written) => {
      const line = written.replaceAll(terminalControl, '')
      lines.push(line)
      if (lines.length > keptLines) lines.shift()
      listener?.(line)
    })
  }
  let gone = false
  const ended = endOf(child).finally(() => {
    gone = true
  })
  const { pid } = child
  if (pid !== undefined) await record.addChild(pid)
  return {
    name,
    lines,
    ended,
    hasEnded: () => gone,
    onLine: (next) => {
      listener = next
    },
    stop: async () => {
      listener = undefined
      if (pid !== undefined) await endGroup(pid)
    },
    kill: async () => {
      if (pid !== undefined) await endGroup(pid, 0)
    },
  }
}

/** The tools of the package that is run, then the repository's. */
export const pathWithTools = (cwd: string): string =>
  [join(cwd, 'node_modules/.bin'), toolsFolder, process.env.PATH ?? ''].join(delimiter)

function endOf(child: ChildProcess): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>()
  child.on('error', (error) => resolve(error.message))
  child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  return promise
}
