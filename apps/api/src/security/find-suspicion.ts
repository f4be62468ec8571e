import type { FieldError, SuspicionSign } from '@repo/schemas/contract'

const prototypeKey = /(^|\.)(__proto__|constructor|prototype)(\.|$)/
const privilegedField =
  /(^|\.)(roles?|permissions?|(is_?)?(admin|owner|host|super_?user)|(organization|org|tenant|branch|user|owner|customer|guest)_?id|(unit|line|total|tax)?_?(price|total|amount|discount)(_?minor)?|password_?hash|verified|paid)$/i
const traversal = /(^|[/\\])\.\.([/\\]|$)|[/\\]etc[/\\]passwd|\0/i
const injection =
  /<script|javascript:|\bunion\s+(all\s+)?select\b|['"]\s*(or|and)\s+['"\d]|['"]\s*;|;\s*(drop|delete|insert|update)\s|\b(pg_)?sleep\s*\(|\$\{|\{\{|\$(ne|gt|where)\b/i

/**
 * What a refused request looks like, if it looks like an attack: a field that only an attacker would add, or an
 * address that none of our pages uses. A few expressions over short texts; admitted requests are not checked.
 */
export function findSuspicion(target: string, errors: readonly FieldError[] = []): SuspicionSign | undefined {
  for (const { code, field } of errors) {
    if (code !== 'UNKNOWN_FIELD') continue
    if (prototypeKey.test(field)) return 'prototype_key'
    if (privilegedField.test(field)) return 'privileged_field'
  }
  const plain = decoded(decoded(target.replaceAll('+', ' ')))
  if (traversal.test(plain)) return 'traversal'
  return injection.test(plain) ? 'injection' : undefined
}

/** Attackers encode twice; what cannot be decoded is checked as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
