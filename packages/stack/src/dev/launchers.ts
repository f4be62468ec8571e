import { listProcesses, type ProcessEntry } from '../processes/process-table.ts'

const launcher = /(^|[/ ])(npx|npm|pnpm|pnpx)(-cli)?(\.[cm]?js)?( |$)/
const shell = /(^|\/)(sh|bash|dash|zsh) -c /

/** The `npx`, `pnpm` and `sh -c` above a process, up to the first ancestor that is something else. */
export function launchersOf(pid: number, processes: readonly ProcessEntry[]): ProcessEntry[] {
  const byPid = new Map(processes.map((entry) => [entry.pid, entry]))
  const found: ProcessEntry[] = []
  let next = byPid.get(byPid.get(pid)?.parent ?? 0)
  while (next && (launcher.test(next.command) || shell.test(next.command))) {
    found.push(next)
    next = byPid.get(next.parent)
  }
  const last = found.findLastIndex(({ command }) => launcher.test(command))
  return found.slice(0, last + 1)
}

/** Calls back once when a command that launched this process is gone, as after a `kill -9` of `npx pnpm dev`. */
export async function watchLaunchers(onGone: () => void): Promise<void> {
  const watched = launchersOf(process.pid, await listProcesses())
  const timer = setInterval(() => {
    if (watched.every(({ pid }) => isAlive(pid))) return
    clearInterval(timer)
    onGone()
  }, 500)
  timer.unref()
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
