import { type Check, judge } from '../check.ts'
import { headerOf } from '../probe/answer.ts'
import { parseCsp } from '../probe/csp.ts'
import { loadPages } from '../probe/pages.ts'
import type { Target } from '../target.ts'

const wide = /^('unsafe-inline'|'unsafe-eval'|\*|https?:|data:|blob:)$/
const closed: Record<string, RegExp> = {
  'object-src': /^'none'$/,
  'base-uri': /^'(none|self)'$/,
  'frame-ancestors': /^'none'$/,
  'form-action': /^'(none|self)'$/,
  // The site's own pictures, and those that the page makes itself.
  'img-src': /^('self'|data:|blob:)( ('self'|data:|blob:))*$/,
}

export const pageCsp: Check = {
  id: 'page-csp',
  rows: ['S1-68', 'S1-69', 'S1-70', 'S1-71', 'S1-72', 'S1-73', 'S1-74', 'S4-03', 'S1-C09'],
  title: 'Pages run scripts by a nonce that is new with every load',
  severity: 'high',
  remedy:
    'Make the policy per request with a fresh nonce; no unsafe-inline, no unsafe-eval, no wildcard, plain addresses upgraded.',
  async run(target) {
    const pages = await loadPages(target)
    const again = await target.send('/')
    const all = [...pages, { path: '/ again', reply: again }]
    const nonces = all.map(({ reply }) => nonceOf(headerOf(reply, 'content-security-policy')))
    const faults = all.flatMap(({ path, reply }, index) => [
      ...policyFaults(path, headerOf(reply, 'content-security-policy')),
      ...upgradeFaults(path, headerOf(reply, 'content-security-policy'), target),
      ...scriptFaults(path, reply.body, nonces[index]),
    ])
    const repeated = new Set(nonces).size < nonces.length ? ['the same nonce came with two loads'] : []
    return judge([...faults, ...repeated], `${all.length} loads, ${new Set(nonces).size} nonces`)
  },
}

const nonceOf = (policy: string): string | undefined =>
  parseCsp(policy)
    .get('script-src')
    ?.find((source) => source.startsWith("'nonce-"))
    ?.slice("'nonce-".length, -1)

function policyFaults(path: string, text: string): string[] {
  const policy = parseCsp(text)
  const scripts = policy.get('script-src') ?? []
  const nonce = nonceOf(text)
  return [
    ...(nonce !== undefined && nonce.length >= 22
      ? []
      : [`${path}: scripts have no nonce of 22 characters or more`]),
    ...scripts.filter((source) => wide.test(source)).map((source) => `${path}: script-src allows ${source}`),
    ...['default-src', 'style-src', 'connect-src']
      .filter((name) => (policy.get(name) ?? ['*']).some((source) => wide.test(source)))
      .map((name) => `${path}: ${name} is ${policy.get(name)?.join(' ') ?? 'missing'}`),
    ...Object.entries(closed)
      .filter(([name, value]) => !value.test(policy.get(name)?.join(' ') ?? ''))
      .map(([name]) => `${path}: ${name} is ${policy.get(name)?.join(' ') ?? 'missing'}`),
  ]
}

function upgradeFaults(path: string, text: string, { options: { site } }: Target): string[] {
  const isPlain = site.protocol !== 'https:'
  return isPlain || parseCsp(text).has('upgrade-insecure-requests')
    ? []
    : [`${path}: upgrade-insecure-requests is missing`]
}

function scriptFaults(path: string, html: string, nonce: string | undefined): string[] {
  const tags = html.match(/<script\b[^>]*>/gi) ?? []
  const without = tags.filter((tag) => nonce === undefined || !tag.includes(`nonce="${nonce}"`))
  return without.length > 0 ? [`${path}: ${without.length} of ${tags.length} scripts lack the nonce`] : []
}
