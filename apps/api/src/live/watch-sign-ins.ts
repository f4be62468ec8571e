import { eventStream } from '@repo/config/limits'
import type { Deps } from '../http/deps.ts'

/**
 * Ends the streams of sign-ins, seats and devices that have ended, in whichever process and for whatever reason: one
 * question for all streams of this process, however many they are.
 */
export function watchSignIns({
  gateway,
  openStreams,
  log,
}: Pick<Deps, 'gateway' | 'openStreams' | 'log'>): void {
  async function endDead(): Promise<void> {
    const families = openStreams.identities()
    if (families.length === 0) return
    const ended = await gateway.lookup<{ familyId: string }[]>`
      select family_id as "familyId" from app.ended_families(${families}) as family_id`
    openStreams.endOf(ended.map(({ familyId }) => familyId))
  }
  const look = () => void endDead().catch((error) => log.warn({ err: error }, 'sign-ins were not looked at'))
  setInterval(look, eventStream.pollMs).unref()
}
