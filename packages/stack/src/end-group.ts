import { execFile } from 'node:child_process'
import { platform } from 'node:os'
import { promisify } from 'node:util'
import { poll } from './poll.ts'

/** Asks every process of a group to end, and ends by force those that are left after `graceMs`. */
export async function endGroup(leader: number, graceMs = 1_500): Promise<void> {
  if (platform() === 'win32') {
    await promisify(execFile)('taskkill', ['/pid', String(leader), '/t', '/f']).catch(() => {})
    return
  }
  if (!signalGroup(leader, 'SIGTERM')) return
  if (await poll(async () => !signalGroup(leader, 0), graceMs)) return
  signalGroup(leader, 'SIGKILL')
  await poll(async () => !signalGroup(leader, 0), graceMs)
}

/** False when the group has no process any more. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal)
  } catch {
    return false
  }
}
