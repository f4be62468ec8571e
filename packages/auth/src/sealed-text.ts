import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

const version = 'v1'

/**
 * Encrypts text for the database: AES-256-GCM under a key derived from the secret (HKDF, RFC 5869). `context` names the
 * row, so that a value copied into another row does not open. Form: `v1.keyId.nonce.tag.text`.
 */
export function sealText(text: string, context: string, secret: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', deriveKey(secret), nonce).setAAD(Buffer.from(context))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [version, keyId(secret), ...[nonce, cipher.getAuthTag(), sealed].map(encode)].join('.')
}

/**
 * Opens what was sealed under any of the secrets, current one first. `stale` asks for it to be sealed again.
 * Undefined when the secret is gone. @throws Error for another context or an altered text
 */
export function openText(
  sealed: string,
  context: string,
  secrets: readonly string[],
): { text: string; stale: boolean } | undefined {
  const [form, id, ...parts] = sealed.split('.')
  const at = secrets.findIndex((secret) => keyId(secret) === id)
  const secret = secrets[at]
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (secret === undefined) return undefined
  if (form !== version || !nonce || tag?.length !== 16 || !body) throw new Error('this is no sealed text')
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(secret), nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(context))
    .setAuthTag(tag)
  return { text: Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8'), stale: at > 0 }
}

const deriveKey = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'restai', 'sealed text v1', 32))

/** Stable, and says nothing of use about the secret. */
const keyId = (secret: string): string =>
  createHash('sha256').update(`seal:${secret}`).digest('hex').slice(0, 8)

const encode = (bytes: Buffer): string => bytes.toString('base64url')
