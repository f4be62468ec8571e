import { spawn } from 'node:child_process'
import { open } from 'node:fs/promises'
import { endGroup } from '../processes/end-group.ts'
import type { BenchRun } from './bench-run.ts'

export type BenchProcess = { pid: number; hasEnded(): boolean; stop(): Promise<void> }

type Options = {
  args: string[]
  env: Record<string, string>
  bench: BenchRun
  /** The file that takes its output, so that reading a log does not disturb the measurement. */
  logFile: string
}

/** Starts a Node program in a group of its own, with the given environment and no other. */
export async function startProcess({ args, env, bench, logFile }: Options): Promise<BenchProcess> {
  const log = await open(logFile, 'a')
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH ?? '', ...env },
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  await log.close()
  const { pid } = child
  if (pid === undefined) throw new Error(`${args[0]} could not be started`)
  const stop = () => endGroup(pid)
  bench.atEnd(stop)
  await bench.record.addChild(pid)
  return {
    pid,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    stop,
  }
}
