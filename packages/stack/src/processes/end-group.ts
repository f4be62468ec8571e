import { execFile } from 'node:child_process'
import { platform } from 'node:os'
import { promisify } from 'node:util'
import { poll } from './poll.ts'

/** Asks every process of a group to end, and kills those left after `graceMs`; with 0 it does not ask first. */
export async function endGroup(leader: number, graceMs = 1_500): Promise<void> {
  if (platform() === 'win32') {
    await promisify(execFile)('taskkill', ['/pid', String(leader), '/t', '/f']).catch(() => {})
    return
  }
  const isGone = async () => !signalGroup(leader, 0)
  if (graceMs > 0 && signalGroup(leader, 'SIGTERM') && (await poll(isGone, graceMs))) return
  signalGroup(leader, 'SIGKILL')
  await poll(isGone, 1_000)
}

/** False when the group has no process left. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-leader, signal)
  } catch {
    return false
  }
}
