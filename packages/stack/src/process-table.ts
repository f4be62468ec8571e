import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { platform } from 'node:os'
import { promisify } from 'node:util'

export type ProcessEntry = {
  pid: number
  parent: number
  group: number
  /** Comparable among processes of one boot; the unit differs between systems. */
  startedAt: number
  command: string
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
  return [
    {
      pid: Number(pid),
      parent: Number(parent),
      group: Number(group),
      startedAt: Date.parse(started),
      command,
    },
  ]
}

/** `/proc/PID/stat`: the name in parentheses may hold anything, so fields count from the last parenthesis. */
export function parseProcStat(pid: number, stat: string, command: string): ProcessEntry | undefined {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [state, parent, group] = fields
  if (state === 'Z' || state === 'X') return undefined
  return { pid, parent: Number(parent), group: Number(group), startedAt: Number(fields[19]), command }
}

async function listFromProc(): Promise<ProcessEntry[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  return (await Promise.all(pids.map(readFromProc))).filter((entry) => entry !== undefined)
}

async function readFromProc(pid: number): Promise<ProcessEntry | undefined> {
  try {
    const [stat, command] = await Promise.all(
      ['stat', 'cmdline'].map((file) => readFile(`/proc/${pid}/${file}`, 'utf8')),
    )
    return parseProcStat(pid, stat ?? '', (command ?? '').replaceAll('\0', ' ').trim())
  } catch {
    return undefined
  }
}
