/** Of letters and digits; dashes do not count. */
const minCharacters = 3
const maxCharacters = 40

/** First segments of paths that are, or may become, the application's own. */
export const reservedSlugs: readonly string[] = [
  '_next',
  'about',
  'accept-invitation',
  'account',
  'admin',
  'api',
  'assets',
  'auth',
  'cart',
  'confirm-email',
  'customer',
  'dashboard',
  'devices',
  'dishes',
  'docs',
  'events',
  'favicon.ico',
  'fonts',
  'forgot-password',
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
  'reset-password',
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

const shape = new RegExp(`^[a-z0-9](?:-?[a-z0-9]){${minCharacters - 1},${maxCharacters - 1}}$`)

/**
 * Whether a branch may have this slug: 3 to 40 of a–z and 0–9, with single dashes between them, and no reserved word.
 * The database checks the same shape, but knows no reserved words.
 */
export const isBranchSlug = (slug: string): boolean => shape.test(slug) && !reservedSlugs.includes(slug)

/** A slug suggested by a name; it may be empty, too short or reserved, so ask `isBranchSlug`. */
export function slugFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, maxCharacters)
    .replace(/-$/, '')
}
