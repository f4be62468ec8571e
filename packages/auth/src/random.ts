import { randomBytes } from 'node:crypto'

/** Without O, 0, I and 1, which look alike. 32 characters: five bits each, no bias. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Random text for people to read and type: five bits a character. */
export const randomCode = (length: number): string =>
  Array.from(randomBytes(length), (byte) => codeAlphabet[byte & 31]).join('')

/** Random text for machines, base64url. */
export const randomToken = (bytes: number): string => randomBytes(bytes).toString('base64url')

let lastMs = 0
let sequence = 0

/** UUIDv7 (RFC 9562 §5.7): sorted by time, and monotonic within the process by a 12-bit counter, even when the clock steps back. */
export function uuidv7(): string {
  const nowMs = Date.now()
  if (nowMs > lastMs) {
    lastMs = nowMs
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMs += 1
    sequence = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const counter = (0x7000 | sequence).toString(16)
  const random = randomBytes(8)
  random[0] = ((random[0] ?? 0) & 0x3f) | 0x80
  const tail = random.toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}
