import { type Check, judge } from '../check.ts'
import { shakeHands } from '../probe/shake-hands.ts'

// OpenSSL speaks the old versions only when its security level is lowered.
const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const

export const tlsVersion: Check = {
  id: 'tls-version',
  rows: ['S4-55', 'S4-C08', 'S1-C13'],
  title: 'TLS 1.2 or newer, nothing older',
  severity: 'critical',
  remedy: 'Refuse TLS 1.0 and 1.1 where TLS ends; the default of Caddy does.',
  async run(target) {
    const modern = await shakeHands(target, { minVersion: 'TLSv1.2' })
    const outdated = await shakeHands(target, { ...old, rejectUnauthorized: false })
    return judge(
      [
        modern ? undefined : 'TLS 1.2 and 1.3 are refused',
        outdated ? `${outdated.protocol} is accepted` : undefined,
      ],
      `${modern?.protocol}; 1.0 and 1.1 are refused`,
    )
  },
}
