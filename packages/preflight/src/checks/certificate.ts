import { type Check, judge } from '../check.ts'
import { shakeHands } from '../probe/shake-hands.ts'

const minDays = 7
const dayMs = 86_400_000

export const certificate: Check = {
  id: 'certificate',
  rows: ['S4-55'],
  title: 'The certificate is trusted and does not end within a week',
  severity: 'high',
  remedy: 'See why the certificate is not renewed: docker compose logs caddy.',
  async run(target) {
    const hands = await shakeHands(target, {})
    if (!hands) return judge(['the certificate is refused'], '')
    const endsAt = hands.certificate.valid_to
    const days = Math.floor((Date.parse(endsAt) - Date.now()) / dayMs)
    return judge(
      [days < minDays ? `it ends in ${days} days (${endsAt})` : undefined],
      `good for ${days} days`,
    )
  },
}
