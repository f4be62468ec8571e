import { type Check, judge } from '../check.ts'
import { shakeHands } from '../probe/shake-hands.ts'

/** Renewal starts with a third of the lifetime left; at a sixth it has failed, be that of 90 days or of one. */
const minShareLeft = 1 / 6
const dayMs = 86_400_000

export const certificate: Check = {
  id: 'certificate',
  rows: ['S4-55'],
  title: 'The certificate is trusted and is renewed in time',
  severity: 'high',
  remedy: 'See why the certificate is not renewed: docker compose logs caddy.',
  async run(target) {
    const hands = await shakeHands(target, {})
    if (!hands) return judge(['the certificate is refused'], '')
    const { valid_from: from, valid_to: to } = hands.certificate
    const leftMs = Date.parse(to) - Date.now()
    const isLate = leftMs < minShareLeft * (Date.parse(to) - Date.parse(from))
    const days = (leftMs / dayMs).toFixed(1)
    return judge(
      [isLate ? `it ends in ${days} days (${to}) and is not renewed` : undefined],
      `good for ${days} days`,
    )
  },
}
