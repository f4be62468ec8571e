import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  type ActorKind,
  assignableRoles,
  can,
  deviceKinds,
  type Permission,
  permissions,
  policy,
  roles,
} from './policy.ts'

const kinds: readonly ActorKind[] = ['anyone', 'pending-guest', 'guest', 'user', ...roles, ...deviceKinds]
const allowed = (kind: ActorKind): Permission[] => permissions.filter((permission) => can(kind, permission))

it('the table imports nothing, so that browsers can load it', () => {
  const source = readFileSync(join(import.meta.dirname, 'policy.ts'), 'utf8')
  expect(source).not.toMatch(/\bimport\b|\brequire\b|process\./)
})

it('every permission says in a sentence what it allows, and to whom', () => {
  for (const permission of permissions) {
    expect(policy[permission].sentence).toMatch(/^[A-Z].{8,}/)
    expect(policy[permission].actors.length).toBeGreaterThan(0)
  }
})

it('guests can do nothing that staff do, and staff nothing that guests do', () => {
  const guests = new Set([...allowed('pending-guest'), ...allowed('guest')])
  for (const kind of ['user', ...roles] as const) {
    expect(allowed(kind).filter((permission) => guests.has(permission))).toEqual([])
  }
})

it('a guest who was not let in can only wait and leave', () => {
  expect(allowed('pending-guest').sort()).toEqual(['table-session:leave', 'table-session:wait'])
})

it('a signed-in user has no rights in any branch without a role there', () => {
  expect(allowed('user')).toEqual(['account:read', 'account:secure'])
})

it('a device does its own work and nothing else', () => {
  expect(allowed('kds').sort()).toEqual([
    'branch-events:read',
    'kitchen:advance',
    'kitchen:read',
    'menu:availability',
    'menu:read',
  ])
  expect(allowed('pos').sort()).toEqual([
    'branch-events:read',
    'order:read',
    'order:serve',
    'service-call:handle',
    'table-session:manage',
    'table:read',
  ])
})

it('an owner may do whatever any other role may', () => {
  const owner = new Set(allowed('owner'))
  for (const role of roles) expect(allowed(role).filter((permission) => !owner.has(permission))).toEqual([])
})

/** What needs no identity. A longer list is a decision. */
const open = [
  'customer-auth:renew',
  'device:activate',
  'device:verify',
  'health:read',
  'media:read',
  'menu:browse',
  'openapi:read',
  'outbox:read',
  'staff-auth:accept-invitation',
  'staff-auth:recover',
  'staff-auth:renew',
  'staff-auth:sign-in',
  'staff-auth:sign-up',
  'table-session:check',
  'table-session:join',
  'table:look-up',
] as const

describe('who may', () => {
  const promised: [Permission, readonly ActorKind[]][] = [
    ['table-session:wait', ['pending-guest', 'guest']],
    ['table-session:leave', ['pending-guest', 'guest']],
    ['table-session:admit', ['guest']],
    ['guest-events:read', ['guest']],
    ['guest-order:place', ['guest']],
    ['guest-order:read', ['guest']],
    ['service-call:make', ['guest']],
    ['customer-account:prove', ['guest']],
    ['customer-account:own', ['guest']],
    ['account:read', ['user', ...roles]],
    ['account:secure', ['user', ...roles]],
    ['branch:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen']],
    ['branch:update', ['owner', 'manager']],
    ['branch-events:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'kds', 'pos']],
    ['menu:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'kds']],
    ['menu:update', ['owner', 'manager']],
    ['menu:availability', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'kds']],
    ['table:read', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
    ['table:manage', ['owner', 'manager']],
    ['table-session:manage', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
    ['service-call:handle', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
    ['order:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'pos']],
    ['order:confirm', ['owner', 'manager', 'cashier', 'waiter']],
    ['order:cancel', ['owner', 'manager', 'cashier', 'waiter']],
    ['order:serve', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
    ['kitchen:read', ['owner', 'manager', 'waiter', 'kitchen', 'kds']],
    ['kitchen:advance', ['owner', 'manager', 'kitchen', 'kds']],
    ['staff:read', ['owner', 'manager']],
    ['webhook:manage', ['owner', 'manager']],
    ['staff:create', ['owner', 'manager']],
    ['staff:invite', ['owner', 'manager']],
    ['staff:update', ['owner', 'manager']],
    ['device:read', ['owner', 'manager']],
    ['device:manage', ['owner', 'manager']],
    ['organization:read', ['owner']],
    ['organization:update', ['owner']],
  ]

  it.each(promised)('%s: %j and nobody else', (permission, actors) => {
    expect(kinds.filter((kind) => can(kind, permission))).toEqual(actors)
  })

  it('every other permission is for anyone, and these are all of them', () => {
    const named = new Set(promised.map(([permission]) => permission))
    expect(permissions.filter((permission) => !named.has(permission)).toSorted()).toEqual(open)
    for (const permission of open) expect(policy[permission].actors).toEqual(['anyone'])
  })
})

it('nobody gives a role above their own, and a manager makes no manager', () => {
  expect(roles.map((role) => assignableRoles(role))).toEqual([
    roles,
    ['cashier', 'waiter', 'kitchen'],
    [],
    [],
    [],
  ])
})
