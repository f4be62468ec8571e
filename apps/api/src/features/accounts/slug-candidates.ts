import { randomCode } from '@repo/auth'
import { isBranchSlug, slugFromName } from '@repo/schemas/rules'

const maxLength = 40
const minCharacters = 3
/** Completes names that leave too little for a slug, as names in other scripts do. */
const filler = 'menu'

/** Slugs for a branch, best first: its name, the name with a number, and finally one that is certain to be free. */
export function slugCandidates(name: string): string[] {
  const slug = slugFromName(name)
  const isShort = slug.replaceAll('-', '').length < minCharacters
  const base = isShort ? `${slug}-${filler}`.replace(/^-/, '') : slug
  const suffixes = ['', '-2', '-3', `-${randomCode(6).toLowerCase()}`]
  return suffixes.map((suffix) => withSuffix(base, suffix)).filter(isBranchSlug)
}

const withSuffix = (base: string, suffix: string): string =>
  `${base.slice(0, maxLength - suffix.length).replace(/-$/, '')}${suffix}`
