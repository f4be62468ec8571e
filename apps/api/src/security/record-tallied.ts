import { audit } from '@repo/config/limits'
import type { Deps } from '../http/deps.ts'
import { type Alert, raiseAlert } from './alert.ts'
import type { Tallied } from './create-tally.ts'
import { recordSecurityEvent } from './record-security-event.ts'

/** Records an entry of the tally, and alerts when it fills the window of bad input from one network. */
export async function recordTallied(deps: Deps, { kind, author, payload }: Tallied): Promise<void> {
  let raised: Alert | undefined
  await recordSecurityEvent(deps, author, kind, payload, async (tx) => {
    const { network } = payload
    if (kind !== 'input.suspicious' || network === null) return
    raised = await raiseAlert(tx, author, {
      ...{ kind: 'bad_input', event: kind, about: { network } },
      ...audit.badInputAlert,
    })
  })
  if (raised) deps.alert(raised)
}
