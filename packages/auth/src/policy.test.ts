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

/** Written out a second time: every other test of access relies on the table and would follow a change of it. */
const expected: readonly (readonly [Permission, readonly ActorKind[]])[] = [
  ['guest-order:place', ['guest']],
  ['table-session:admit', ['guest']],
  ['menu:update', ['owner', 'manager']],
  ['menu:availability', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'kds']],
  ['table:read', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
  ['table:manage', ['owner', 'manager']],
  ['table-session:manage', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
  ['order:confirm', ['owner', 'manager', 'cashier', 'waiter']],
  ['order:serve', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
  ['order:cancel', ['owner', 'manager', 'cashier', 'waiter']],
  ['kitchen:read', ['owner', 'manager', 'waiter', 'kitchen', 'kds']],
  ['kitchen:advance', ['owner', 'manager', 'kitchen', 'kds']],
  ['device:manage', ['owner', 'manager']],
  ['customer-account:own', ['guest']],
  ['staff:create', ['owner', 'manager']],
  ['staff:invite', ['owner', 'manager']],
  ['staff:update', ['owner', 'manager']],
  ['organization:update', ['owner']],
  ['branch:update', ['owner', 'manager']],
  ['table-session:wait', ['pending-guest', 'guest']],
  ['table-session:leave', ['pending-guest', 'guest']],
  ['guest-events:read', ['guest']],
  ['guest-order:read', ['guest']],
  ['service-call:make', ['guest']],
  ['customer-account:prove', ['guest']],
  ['account:read', ['user', 'owner', 'manager', 'cashier', 'waiter', 'kitchen']],
  ['account:secure', ['user', 'owner', 'manager', 'cashier', 'waiter', 'kitchen']],
  ['branch:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen']],
  ['branch-events:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'kds', 'pos']],
  ['menu:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'kds']],
  ['order:read', ['owner', 'manager', 'cashier', 'waiter', 'kitchen', 'pos']],
  ['service-call:handle', ['owner', 'manager', 'cashier', 'waiter', 'pos']],
  ['staff:read', ['owner', 'manager']],
  ['device:read', ['owner', 'manager']],
  ['webhook:manage', ['owner', 'manager']],
  ['organization:read', ['owner']],
]
const open: readonly Permission[] = [
  'health:read',
  'openapi:read',
  'menu:browse',
  'media:read',
  'table:look-up',
  'table-session:check',
  'table-session:join',
  'customer-auth:renew',
  'staff-auth:sign-in',
  'staff-auth:sign-up',
  'staff-auth:recover',
  'staff-auth:accept-invitation',
  'staff-auth:renew',
  'outbox:read',
  'device:activate',
  'device:verify',
]

describe('who may', () => {
  it.each(expected)('%s: %j and nobody else', (permission, actors) => {
    expect(kinds.filter((kind) => can(kind, permission))).toEqual(actors)
  })

  it('without an identity: look, ask to join, sign in and pair, and nothing else', () => {
    expect(permissions.filter((permission) => can('anyone', permission)).toSorted()).toEqual(open.toSorted())
    expect([...open, ...expected.map(([permission]) => permission)].toSorted()).toEqual(
      permissions.toSorted(),
    )
  })
})

it('nobody gives a role above their own, and a manager cannot make a manager', () => {
  expect(roles.map((role) => assignableRoles(role))).toEqual([
    roles,
    ['cashier', 'waiter', 'kitchen'],
    [],
    [],
    [],
  ])
})
