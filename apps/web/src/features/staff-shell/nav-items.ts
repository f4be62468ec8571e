import type { Permission } from '@repo/auth/policy'
import { BookOpenText, ChefHat, LayoutGrid, ScrollText, Settings2, Users } from 'lucide-react'

/** Places of the dashboard in the rail's order; a role sees those it may enter. */
export const navItems = [
  { key: 'tables', href: '/tables', Icon: LayoutGrid, needs: 'table:read', under: [] },
  { key: 'orders', href: '/orders', Icon: ScrollText, needs: 'order:read', under: [] },
  { key: 'kitchen', href: '/kitchen', Icon: ChefHat, needs: 'kitchen:read', under: [] },
  { key: 'menu', href: '/menu', Icon: BookOpenText, needs: 'menu:read', under: [] },
  { key: 'team', href: '/team', Icon: Users, needs: 'staff:read', under: [] },
  {
    key: 'settings',
    href: '/settings',
    Icon: Settings2,
    needs: 'branch:update',
    under: ['/qr-codes', '/devices'],
  },
] as const satisfies readonly {
  key: string
  href: string
  Icon: typeof ChefHat
  needs: Permission
  under: readonly string[]
}[]

/** Whether a path lies in this place. */
export function isInPlace({ href, under }: (typeof navItems)[number], path: string): boolean {
  return [href, ...under].some((root) => path === root || path.startsWith(`${root}/`))
}
