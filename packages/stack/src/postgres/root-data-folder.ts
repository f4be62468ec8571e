import { mkdir } from 'node:fs/promises'

/** Where root keeps what another user must reach, when the checkout is below a closed folder such as `/root`. */
export async function rootDataFolder(): Promise<string> {
  const folder = '/var/lib/restai'
  await mkdir(folder, { recursive: true, mode: 0o755 })
  return folder
}
