import { createHash } from 'node:crypto'
import type { Gateway } from '@repo/db'
import type { Locale } from '@repo/schemas/contract'
import { readMenu } from './read-menu.ts'

export type CachedMenu = { body: string; etag: string }

export type MenuCache = {
  /** The menu's bytes, or undefined for an unknown branch. */
  get(slug: string, locale: Locale | undefined): Promise<CachedMenu | undefined>
  /** Makes the next reader see a change that this process committed. */
  invalidate(branchId: string): void
}

type BranchEntry = {
  organizationId: string
  branchId: string
  version: number
  checkedAtMs: number
  menus: Map<string, Promise<CachedMenu>>
}

/** How long a change that another process committed may stay unseen here. */
const recheckMs = 1_000

/** Menu bytes by branch, version and language: a request costs a map look-up, not a query. */
export function createMenuCache(gateway: Gateway, now: () => number = Date.now): MenuCache {
  const entries = new Map<string, Promise<BranchEntry | undefined>>()

  async function check(slug: string, known: BranchEntry | undefined): Promise<BranchEntry | undefined> {
    const [row] = await gateway.lookup<{ organizationId: string; branchId: string; version: number }[]>`
      select organization_id as "organizationId", branch_id as "branchId", menu_version as version from app.find_branch(${slug})`
    if (!row) return undefined
    const menus = known?.version === row.version ? known.menus : new Map<string, Promise<CachedMenu>>()
    return { ...row, menus, checkedAtMs: now() }
  }

  async function current(slug: string): Promise<BranchEntry | undefined> {
    const known = await entries.get(slug)
    if (known && now() - known.checkedAtMs < recheckMs) return known
    const checking = check(slug, known)
    entries.set(slug, checking)
    try {
      const entry = await checking
      if (!entry) entries.delete(slug)
      return entry
    } catch (error) {
      entries.delete(slug)
      throw error
    }
  }

  return {
    async get(slug, locale) {
      const entry = await current(slug)
      if (!entry) return undefined
      const key = locale ?? ''
      let menu = entry.menus.get(key)
      if (!menu) {
        menu = render(gateway, entry, locale)
        entry.menus.set(key, menu)
        menu.catch(() => entry.menus.delete(key))
      }
      return menu
    },
    invalidate(branchId) {
      for (const [slug, pending] of entries) {
        void pending.then(
          (entry) => (entry?.branchId === branchId ? void entries.delete(slug) : undefined),
          () => entries.delete(slug),
        )
      }
    },
  }
}

async function render(
  gateway: Gateway,
  { organizationId, branchId }: BranchEntry,
  locale: Locale | undefined,
): Promise<CachedMenu> {
  const body = JSON.stringify(await readMenu(gateway, { kind: 'public', organizationId, branchId }, locale))
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` }
}
