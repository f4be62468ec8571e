/** Roles of staff, from most to least. */
export const roles = ['owner', 'manager', 'cashier', 'waiter', 'kitchen'] as const
export type Role = (typeof roles)[number]

/** Kinds of paired devices: the kitchen's display and the floor's terminal. */
export const deviceKinds = ['kds', 'pos'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** Kinds of callers. `user` is a signed-in staff member outside any branch. */
export type ActorKind = 'anyone' | 'pending-guest' | 'guest' | 'user' | Role | DeviceKind

const anyone = ['anyone'] as const
const seated = ['guest'] as const
const atTable = ['pending-guest', 'guest'] as const
const signedIn = ['user', ...roles] as const
const owners = ['owner'] as const
const management = ['owner', 'manager'] as const
const floor = ['owner', 'manager', 'cashier', 'waiter'] as const
const floorAndTerminal = [...floor, 'pos'] as const
const pass = ['owner', 'manager', 'waiter', 'kitchen', 'kds'] as const
const line = ['owner', 'manager', 'kitchen', 'kds'] as const
const rolesAndDisplay = [...roles, 'kds'] as const
const rolesAndTerminal = [...roles, 'pos'] as const
const rolesAndDevices = [...roles, ...deviceKinds] as const

/** Who may do what: the whole policy. Row-level security decides on whose rows. */
export const policy = {
  'health:read': { sentence: 'See whether the service answers', actors: anyone },
  'openapi:read': { sentence: 'Read the API document', actors: anyone },
  'menu:browse': { sentence: 'Read a published menu', actors: anyone },
  'media:read': { sentence: 'See the photos of dishes', actors: anyone },
  'table:look-up': { sentence: 'Learn which table a sticker belongs to', actors: anyone },
  'table-session:check': { sentence: 'Learn whether a table has a session', actors: anyone },
  'table-session:join': { sentence: 'Open or ask to join a table', actors: anyone },
  'customer-auth:renew': { sentence: 'Renew a guest token from its cookie', actors: anyone },
  'staff-auth:sign-in': { sentence: 'Sign in as staff', actors: anyone },
  'staff-auth:sign-up': { sentence: 'Sign up a restaurant', actors: anyone },
  'staff-auth:recover': { sentence: 'Ask for a new password and set it', actors: anyone },
  'staff-auth:accept-invitation': { sentence: 'Join a team that sent an invitation', actors: anyone },
  'outbox:read': { sentence: 'Read the messages of a development server', actors: anyone },
  'device:activate': { sentence: 'Pair a device with a key', actors: anyone },
  'device:verify': { sentence: 'Renew the token of a paired device from its cookie', actors: anyone },
  'staff-auth:renew': { sentence: 'Renew or end a staff sign-in from its cookie', actors: anyone },

  'table-session:wait': { sentence: 'See your own seat, and the table once let in', actors: atTable },
  'table-session:leave': { sentence: 'Leave the table', actors: atTable },
  'table-session:admit': { sentence: 'Let others in, as host', actors: seated },
  'guest-events:read': { sentence: 'Follow the table live', actors: seated },
  'guest-order:place': { sentence: 'Order for the table', actors: seated },
  'guest-order:read': { sentence: 'See the orders of the table', actors: seated },
  'service-call:make': { sentence: 'Call a waiter or ask for the bill', actors: seated },
  'customer-account:prove': {
    sentence: 'Be remembered by an e-mail address or a phone number',
    actors: seated,
  },
  'customer-account:own': { sentence: 'See, leave and delete your own history', actors: seated },

  'account:read': { sentence: 'See your own account', actors: signedIn },
  'account:secure': { sentence: 'Change how you sign in to your own account', actors: signedIn },
  'branch:read': { sentence: 'See the settings of the branch', actors: roles },
  'branch:update': { sentence: 'Change the settings of the branch', actors: management },
  'branch-events:read': { sentence: 'Follow the branch live', actors: rolesAndDevices },
  'menu:read': { sentence: 'See the whole menu', actors: rolesAndDisplay },
  'menu:update': { sentence: 'Change dishes and prices', actors: management },
  'menu:availability': { sentence: 'Mark dishes sold out', actors: rolesAndDisplay },
  'table:read': { sentence: 'See the tables and who is seated there', actors: floorAndTerminal },
  'table:manage': { sentence: 'Add tables and hand out stickers', actors: management },
  'table-session:manage': {
    sentence: 'Let guests in, send them away, close a table',
    actors: floorAndTerminal,
  },
  'service-call:handle': { sentence: 'Take service calls', actors: floorAndTerminal },
  'order:read': { sentence: 'See the orders', actors: rolesAndTerminal },
  'order:confirm': { sentence: 'Confirm orders', actors: floor },
  'order:cancel': { sentence: 'Refuse orders', actors: floor },
  'order:serve': { sentence: 'Serve dishes', actors: floorAndTerminal },
  'kitchen:read': { sentence: 'See the kitchen display', actors: pass },
  'kitchen:advance': { sentence: 'Bump tickets', actors: line },
  'staff:read': { sentence: 'See who works here', actors: management },
  'webhook:manage': { sentence: 'Send events about orders to your own systems', actors: management },
  'staff:create': { sentence: 'Create staff logins', actors: management },
  'staff:invite': { sentence: 'Invite people to the team', actors: management },
  'staff:update': { sentence: 'Change roles and end memberships', actors: management },
  'device:read': { sentence: 'See the paired devices and their keys', actors: management },
  'device:manage': { sentence: 'Create and revoke keys for devices', actors: management },
  'organization:read': { sentence: 'See the rules of the organization', actors: owners },
  'organization:update': { sentence: 'Change the rules of the organization', actors: owners },
} as const satisfies Record<string, { sentence: string; actors: readonly ActorKind[] }>

export type Permission = keyof typeof policy
export const permissions = Object.keys(policy) as Permission[]

/** Whether this kind of caller may do this at all. */
export const can = (kind: ActorKind, permission: Permission): boolean =>
  (policy[permission].actors as readonly ActorKind[]).includes(kind)

/** Roles that this role may give to others, never one above its own. */
export const assignableRoles = (role: Role): readonly Role[] =>
  role === 'owner' ? roles : role === 'manager' ? ['cashier', 'waiter', 'kitchen'] : []
