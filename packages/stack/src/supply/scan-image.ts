import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSecrets } from './find-secrets.ts'
import { scanFolder } from './scan-folder.ts'
import type { Finding } from './scan-repository.ts'

/** What the Dockerfile fills. */
const filled = ['/app', '/etc/caddy']

/** Looks for secrets in an image: its files, its environment, its labels and the commands that made it. */
export function scanImage(image: string, allowed: ReadonlySet<string>): Finding[] {
  const docker = (...args: string[]) =>
    execFileSync('docker', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  const folder = mkdtempSync(join(tmpdir(), 'restai-image-'))
  const container = docker('create', image).trim()
  try {
    const copied = filled.filter((path) => isThere(() => docker('cp', `${container}:${path}`, folder)))
    if (copied.length === 0) throw new Error(`${image} has none of ${filled.join(', ')}`)
    const settings = docker('image', 'inspect', '--format', '{{json .Config}}', image)
    const history = docker('history', '--no-trunc', '--format', '{{.CreatedBy}}', image)
    const described = findSecrets(`${settings}\n${history}`, { allowed })
    return [
      ...scanFolder(folder, allowed),
      ...described.map((found) => ({ ...found, where: 'description' })),
    ].map((found) => ({ ...found, where: `${image} ${found.where}` }))
  } finally {
    docker('rm', container)
    rmSync(folder, { recursive: true })
  }
}

function isThere(copy: () => unknown): boolean {
  try {
    copy()
    return true
  } catch {
    return false
  }
}
