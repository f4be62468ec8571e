import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type OpenedSecret = {
  text: string
  /** Sealed under a replaced key: seal it again before that key is removed. */
  stale: boolean
}

export type SecretBox = {
  /** AES-256-GCM, bound to `context`: what was sealed for one row cannot be opened as another's. */
  seal(text: string, context: string): string
  /** Undefined when no key opens it. */
  open(sealed: string, context: string): OpenedSecret | undefined
}

type Options = {
  /** Current secret first, then replaced ones that may still open. */
  secrets: readonly string[]
  /** Keeps keys that come from one secret apart (HKDF's `info`, RFC 5869). */
  purpose: string
}

const nonceBytes = 12
const tagBytes = 16

/** Keeps secrets that must be read again, such as those of webhooks and authenticator apps, unreadable in the database and its backups. */
export function createSecretBox({ secrets, purpose }: Options): SecretBox {
  const keys = secrets.map((secret) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)))
  const [current] = keys
  if (!current) throw new Error('a secret box needs a key')
  return {
    seal(text, context) {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', current, nonce).setAAD(Buffer.from(context))
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
    },
    open(sealed, context) {
      for (const [age, key] of keys.entries()) {
        const text = tryToOpen(Buffer.from(sealed, 'base64url'), key, context)
        if (text !== undefined) return { text, stale: age > 0 }
      }
      return undefined
    },
  }
}

function tryToOpen(bytes: Buffer, key: Buffer, context: string): string | undefined {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    const text = decipher.update(bytes.subarray(nonceBytes + tagBytes))
    return Buffer.concat([text, decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}
