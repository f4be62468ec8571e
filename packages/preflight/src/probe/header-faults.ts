import type { Reply } from '../exchange.ts'
import { headerOf } from './answer.ts'

const wanted: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^(DENY|SAMEORIGIN)$/i,
  'referrer-policy': /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-(origin|site)$/,
  'permissions-policy': /camera=\(\).*geolocation=\(\)/,
}

/** Security headers that the reply lacks or weakens. */
export const headerFaults = (what: string, reply: Reply): string[] =>
  Object.entries(wanted).flatMap(([name, value]) => {
    const found = headerOf(reply, name)
    return value.test(found) ? [] : [`${what}: ${name} is ${found || 'missing'}`]
  })
