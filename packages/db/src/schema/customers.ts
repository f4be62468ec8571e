import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { createdAt, id, instant, tenant } from './columns.ts'
import { organizations } from './organizations.ts'
import { allBy, insertBy, lookupReads, ofBranch, ofOrganization, setting } from './policies.ts'
import { guests } from './tables.ts'

/** People who asked an organization to remember them, by an e-mail address or a phone number they have proven. */
export const customers = pgTable(
  'customers',
  {
    id: id(),
    organizationId: uuid()
      .notNull()
      .references(() => organizations.id),
    channel: text().notNull(),
    destination: text().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('customers_tenant').on(t.organizationId, t.id),
    unique('customers_destination').on(t.organizationId, t.destination),
    check('customers_channel', sql`${t.channel} in ('email', 'sms')`),
    insertBy('customers', ['guest'], ofOrganization(t.organizationId)),
    allBy(
      'customers',
      ['customer'],
      sql`${ofOrganization(t.organizationId)} and ${t.id} = ${setting('subject_id')}`,
    ),
    lookupReads('customers'),
  ],
)

/** Which seat at which table was a customer's. */
export const customerGuests = pgTable(
  'customer_guests',
  {
    ...tenant(),
    guestId: uuid().primaryKey(),
    customerId: uuid().notNull(),
    linkedAt: createdAt(),
    /** The visit stays in the history, but this seat no longer shows it. */
    signedOutAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.guestId],
      foreignColumns: [guests.organizationId, guests.branchId, guests.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.customerId],
      foreignColumns: [customers.organizationId, customers.id],
    }).onDelete('cascade'),
    index('customer_guests_customer').on(t.organizationId, t.customerId),
    allBy('customer_guests', ['guest'], sql`${ofBranch(t)} and ${t.guestId} = ${setting('guest_id')}`),
    allBy(
      'customer_guests',
      ['customer'],
      sql`${ofOrganization(t.organizationId)} and ${t.customerId} = ${setting('subject_id')}`,
    ),
  ],
)

/** One-time codes as keyed hashes, each bound to its id and to the guest who asked. */
export const otpRequests = pgTable(
  'otp_requests',
  {
    id: id(),
    ...tenant(),
    guestId: uuid().notNull(),
    channel: text().notNull(),
    destination: text().notNull(),
    codeHash: text().notNull(),
    tries: smallint().notNull().default(0),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    foreignKey({
      columns: [t.organizationId, t.branchId, t.guestId],
      foreignColumns: [guests.organizationId, guests.branchId, guests.id],
    }),
    index('otp_requests_guest').on(t.guestId),
    index('otp_requests_expires').on(t.expiresAt),
    check('otp_requests_channel', sql`${t.channel} in ('email', 'sms')`),
    allBy('otp_requests', ['guest'], sql`${ofBranch(t)} and ${t.guestId} = ${setting('guest_id')}`),
    allBy(
      'otp_requests',
      ['customer'],
      sql`${ofOrganization(t.organizationId)} and ${t.guestId} in (select g.guest_id from customer_guests g where g.customer_id = ${setting('subject_id')})`,
    ),
  ],
)
