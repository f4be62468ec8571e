import { execFile } from 'node:child_process'
import { readdir, readFile, readlink } from 'node:fs/promises'
import { platform } from 'node:os'
import { promisify } from 'node:util'

export type ProcessEntry = {
  pid: number
  parent: number
  group: number
  /** Comparable among processes of one boot; the unit differs between systems. */
  startedAt: number
  command: string
  /** Its current folder; empty where the system does not tell. */
  folder: string
}

/** All processes of this machine; empty where the system offers no way to tell when a process began (Windows). */
export async function listProcesses(): Promise<ProcessEntry[]> {
  if (platform() === 'linux') return listFromProc()
  if (platform() === 'win32') return []
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,pgid=,lstart=,command='], {
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 64 * 1024 * 1024,
  })
  return stdout.split('\n').flatMap(parsePsLine)
}

export async function findProcess(pid: number): Promise<ProcessEntry | undefined> {
  if (platform() === 'linux') return readFromProc(pid)
  return (await listProcesses()).find((entry) => entry.pid === pid)
}

/** `PID PPID PGID Sat Nov 21 03:51:02 2026 COMMAND` as `ps` prints it. */
export function parsePsLine(line: string): ProcessEntry[] {
  const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\w+ +\w+ +\d+ +[\d:]+ +\d+) +(.*)$/.exec(line)
  if (!match) return []
  const [, pid, parent, group, started = '', command = ''] = match
  const startedAt = Date.parse(started)
  return [{ pid: Number(pid), parent: Number(parent), group: Number(group), startedAt, command, folder: '' }]
}

/** `/proc/PID/stat`: the name in parentheses may hold anything, so fields count from the last parenthesis. */
export function parseProcStat(
  stat: string,
): Pick<ProcessEntry, 'parent' | 'group' | 'startedAt'> | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, parent, group] = fields
  if (state === 'Z' || state === 'X') return undefined
  return { parent: Number(parent), group: Number(group), startedAt: Number(fields[19]) }
}

async function listFromProc(): Promise<ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  return (await Promise.all(pids.map(readFromProc))).filter((entry) => entry !== undefined)
}

async function readFromProc(pid: number): Promise<ProcessEntry | undefined> {
  try {
    const [stat, command, folder] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile(`/proc/${pid}/cmdline`, 'utf8'),
      readlink(`/proc/${pid}/cwd`).catch(() => ''),
    ])
    const parsed = parseProcStat(stat)
    return parsed && { pid, ...parsed, command: command.replaceAll('\0', ' ').trim(), folder }
  } catch {
    return undefined
  }
}
