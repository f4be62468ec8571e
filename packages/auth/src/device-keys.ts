import { createHmac } from 'node:crypto'
import { device } from '@repo/config/limits'
import { randomCode } from './random.ts'

/** A fresh activation key as it is shown and typed: `ABCD-EFGH-…`, five bits a character. */
export const newDeviceKey = (): string => (randomCode(device.keyChars).match(/.{4}/g) ?? []).join('-')

/** What is stored instead of it, current secret first: HMAC-SHA256, hex. Dashes, spaces and case do not matter. */
export function deviceKeyHashes(key: string, secrets: readonly string[]): string[] {
  const plain = key.toUpperCase().replaceAll(/[\s-]/g, '')
  return secrets.map((secret) => createHmac('sha256', secret).update(`device-key:${plain}`).digest('hex'))
}
