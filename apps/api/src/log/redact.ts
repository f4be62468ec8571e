import { maskText } from './mask-text.ts'

const secretKey =
  /pass(word|phrase|wd)?|secret|token|authorization|cookie|apikey|privatekey|credential|otp|pin$|joincode|tablecode|^code$|e?mail|phone|card|^pan$|cvv|cvc|iban|nationalid|ssn|^(first|last|full|customer|guest)?name$|note|address|signature|hash$/
/** Names that contain such a word but hold nothing secret. */
const harmlessKey = /^(tokenreuse|code)$/
const maxDepth = 8

/** A copy without what keys or values mark as secret: any depth, arrays, errors and circular references. */
export function redact(value: unknown, secrets?: RegExp): unknown {
  const seen = new Set<object>()

  function visit(item: unknown, depth: number): unknown {
    if (typeof item === 'string') return maskText(item, secrets)
    if (typeof item === 'number' || typeof item === 'bigint') return hideLongNumber(item)
    if (typeof item !== 'object' || item === null) return typeof item === 'function' ? undefined : item
    if (item instanceof Date) return item.toISOString()
    if (seen.has(item)) return '[circle]'
    if (depth > maxDepth) return '[too deep]'
    seen.add(item)
    const copy = copyOf(item, depth)
    seen.delete(item)
    return copy
  }

  function copyOf(item: object, depth: number): unknown {
    if (item instanceof Error) return describeError(item, depth)
    if (item instanceof Map || item instanceof Set) return visit([...item], depth + 1)
    if (ArrayBuffer.isView(item)) return '[bytes]'
    if (Array.isArray(item)) return item.map((entry) => visit(entry, depth + 1))
    return Object.fromEntries(
      Object.entries(item).map(([key, entry]) => [
        maskText(key, secrets),
        isSecret(key, entry) ? '[secret]' : visit(entry, depth + 1),
      ]),
    )
  }

  /** What happened and where. Parameters of a query, and the values that PostgreSQL quotes, stay out. */
  function describeError(error: Error, depth: number): Record<string, unknown> {
    const { name, code, table_name, constraint_name, cause } = error as Error & Record<string, unknown>
    const message = withoutValues(error.message)
    const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
    return {
      type: name,
      message: maskText(message, secrets),
      ...(typeof code === 'string' && { code: maskText(code, secrets) }),
      ...(typeof table_name === 'string' && { table: table_name }),
      ...(typeof constraint_name === 'string' && { constraint: constraint_name }),
      stack: frames.join('\n').replace(secrets ?? /(?!)/, '[secret]'),
      ...(cause !== undefined && { cause: visit(cause, depth + 1) }),
    }
  }

  return visit(value, 0)
}

const withoutValues = (message: string): string =>
  message.replace(/\nparams:[\s\S]*/, '').replace(/(: |=\()("[\s\S]*"|[^()"]*\)[\s\S]*)$/, '$1[value]')

function isSecret(key: string, value: unknown): boolean {
  const plain = key.toLowerCase().replaceAll(/[_\-. ]/g, '')
  if (harmlessKey.test(plain) && typeof value === 'string' && /^[A-Z_]+$/.test(value)) return false
  return secretKey.test(plain) && value !== null && value !== undefined
}

const hideLongNumber = (value: number | bigint): number | bigint | string =>
  /^\d{12,19}$/.test(String(value)) ? '[number]' : value
