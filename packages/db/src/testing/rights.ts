import type { Verb } from './measure-rights.ts'

/** Which rows a verb reaches, by the names that `rights-world.ts` gives to conditions. */
export type Right = Partial<Record<Verb, string>>

const read = (rows: string): Right => ({ select: rows })
const change = (rows: string): Right => ({ select: rows, update: rows })
const write = (rows: string): Right => ({ select: rows, insert: rows, update: rows })
const all = (rows: string): Right => ({ ...write(rows), delete: rows })
const readAndDelete = (rows: string): Right => ({ select: rows, delete: rows })

/**
 * Whose rows the database lets each kind of caller reach, stated a second time and independently of the policies, so that
 * a policy that differs is noticed. A caller who is not named reaches nothing.
 */
export const rights: Record<string, Record<string, Right>> = {
  account_tokens: { user: write('person'), definer: readAndDelete('all') },
  branches: {
    staff: write('organization'),
    'guest pending-guest public': read('branch'),
    kds: change('branch'),
    pos: read('branch'),
    customer: read('organization'),
    definer: read('all'),
  },
  customer_guests: { guest: all('guest'), customer: all('customer') },
  customers: { guest: { insert: 'organization' }, customer: all('customer'), definer: read('all') },
  device_keys: { staff: write('branch'), activation: write('key'), definer: readAndDelete('all') },
  devices: {
    staff: write('branch'),
    'kds pos': write('device'),
    activation: write('key'),
    definer: readAndDelete('all'),
  },
  dining_tables: {
    staff: write('branch'),
    'guest pending-guest public': read('table'),
    pos: read('branch'),
    definer: read('all'),
  },
  dish_allergens: { staff: all('branch'), 'guest public': read('published') },
  dish_modifier_groups: { staff: all('branch'), 'guest public': read('branch') },
  dishes: { staff: write('branch'), 'guest public': read('published'), kds: change('branch') },
  guests: {
    staff: write('branch'),
    guest: change('session'),
    'pending-guest': change('guest'),
    public: { select: 'table', insert: 'table' },
    kds: read('branch'),
    pos: change('branch'),
    customer: change('visits'),
    definer: read('all'),
  },
  idempotency_records: {
    staff: write('person'),
    guest: { select: 'guest', insert: 'guest' },
    customer: change('visits'),
    definer: readAndDelete('all'),
  },
  invitations: { staff: write('branch'), definer: readAndDelete('all') },
  job_runs: { definer: write('all') },
  journal_entries: { relay: read('stream'), definer: { select: 'all', insert: 'all' } },
  journal_streams: { definer: write('all') },
  memberships: { staff: all('organization'), definer: read('all') },
  menu_categories: { staff: write('branch'), 'guest public': read('published'), kds: read('branch') },
  modifier_groups: { staff: write('branch'), 'guest public': read('branch') },
  modifier_options: { staff: write('branch'), 'guest public': read('published') },
  opening_hours: { staff: all('branch'), 'guest public': read('branch') },
  option_allergens: { staff: all('branch'), 'guest public': read('published') },
  order_counters: { 'staff guest': write('branch') },
  order_lines: {
    staff: write('branch'),
    guest: { select: 'session', insert: 'session' },
    'kds pos': change('branch'),
    customer: change('visits'),
  },
  orders: {
    staff: write('branch'),
    guest: { select: 'session', insert: 'guest' },
    'kds pos': change('branch'),
    customer: change('visits'),
  },
  organizations: { staff: write('organization'), definer: read('all') },
  otp_requests: { guest: all('guest'), customer: all('visits'), definer: readAndDelete('all') },
  recovery_codes: { user: all('person') },
  refresh_tokens: { token: write('family'), definer: readAndDelete('all') },
  service_calls: {
    staff: write('branch'),
    guest: { select: 'session', insert: 'guest' },
    pos: change('branch'),
  },
  stations: { staff: write('branch'), 'guest public': read('branch'), kds: read('branch') },
  table_sessions: {
    staff: write('branch'),
    'guest pending-guest': change('session'),
    public: write('table'),
    kds: read('branch'),
    pos: change('branch'),
    definer: read('all'),
  },
  tax_rates: { staff: write('branch'), 'guest public': read('branch') },
  token_families: {
    user: write('person'),
    token: write('family'),
    definer: readAndDelete('all'),
  },
  user_totp: { user: all('person'), definer: read('all') },
  users: {
    staff: { select: 'colleagues', insert: 'all' },
    user: change('person'),
    definer: read('all'),
  },
  webhook_deliveries: { staff: write('branch'), webhooks: change('branch'), definer: all('all') },
  webhook_endpoints: { staff: all('branch'), webhooks: change('branch'), definer: change('all') },
}
