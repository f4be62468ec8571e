const minLength = 3
const maxLength = 40

/** First segments of paths that are, or may become, the application's own. */
export const reservedSlugs: readonly string[] = [
  '_next',
  'about',
  'account',
  'admin',
  'api',
  'assets',
  'auth',
  'cart',
  'customer',
  'dashboard',
  'dishes',
  'docs',
  'events',
  'favicon.ico',
  'fonts',
  'health',
  'help',
  'icons',
  'join',
  'kitchen',
  'logos',
  'manifest',
  'manifest.webmanifest',
  'me',
  'menu',
  'orders',
  'privacy',
  'qr-codes',
  'robots.txt',
  'session',
  'settings',
  'sign-in',
  'sign-out',
  'sign-up',
  'sitemap.xml',
  'staff',
  'static',
  't',
  'tables',
  'team',
  'terms',
  'ware',
]

/** Whether a branch may have this slug: 3 to 40 of a–z, 0–9 and single inner dashes, and no reserved word. */
export function isBranchSlug(slug: string): boolean {
  if (slug.length < minLength || slug.length > maxLength) return false
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && !reservedSlugs.includes(slug)
}

/** A slug suggested by a name; it may be empty, too short or reserved, so ask `isBranchSlug`. */
export function slugFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, maxLength)
    .replace(/-$/, '')
}
