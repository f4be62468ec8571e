import { diets } from '@repo/schemas/rules'
import { type SQL, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, type Localized, minor, tenant } from './columns.ts'
import { branches } from './organizations.ts'
import { ofBranch, readBy, staffAll } from './policies.ts'

type TenantColumns = { organizationId: AnyPgColumn; branchId: AnyPgColumn }
const branchKey = (t: TenantColumns) =>
  foreignKey({
    columns: [t.organizationId, t.branchId],
    foreignColumns: [branches.organizationId, branches.id],
  } as never)
const dinerReads = (name: string, condition: SQL) => readBy(name, ['guest', 'public'], condition)

export const taxRates = pgTable(
  'tax_rates',
  { id: id(), ...tenant(), name: text().notNull(), ratePpm: integer().notNull() },
  (t) => [
    branchKey(t),
    unique('tax_rates_tenant').on(t.organizationId, t.branchId, t.id),
    check('tax_rates_rate', sql`${t.ratePpm} between 0 and 1000000`),
    staffAll('tax_rates', ofBranch(t)),
    dinerReads('tax_rates', ofBranch(t)),
  ],
)

export const stations = pgTable(
  'stations',
  {
    id: id(),
    ...tenant(),
    name: jsonb().$type<Localized>().notNull(),
    icon: text().notNull(),
    position: smallint().notNull(),
  },
  (t) => [
    branchKey(t),
    unique('stations_tenant').on(t.organizationId, t.branchId, t.id),
    staffAll('stations', ofBranch(t)),
    dinerReads('stations', ofBranch(t)),
  ],
)

export const menuCategories = pgTable(
  'menu_categories',
  {
    id: id(),
    ...tenant(),
    name: jsonb().$type<Localized>().notNull(),
    backdrop: text({ enum: ['lime', 'yolk', 'tomato', 'sky', 'basil', 'beet', 'peach'] }).notNull(),
    position: smallint().notNull(),
    published: boolean().notNull().default(true),
  },
  (t) => [
    branchKey(t),
    unique('menu_categories_tenant').on(t.organizationId, t.branchId, t.id),
    check(
      'menu_categories_backdrop',
      sql`${t.backdrop} in ('lime', 'yolk', 'tomato', 'sky', 'basil', 'beet', 'peach')`,
    ),
    staffAll('menu_categories', ofBranch(t)),
    dinerReads('menu_categories', sql`${ofBranch(t)} and ${t.published}`),
  ],
)

export const dishes = pgTable(
  'dishes',
  {
    id: id(),
    ...tenant(),
    categoryId: uuid().notNull(),
    stationId: uuid(),
    taxRateId: uuid().notNull(),
    name: jsonb().$type<Localized>().notNull(),
    description: jsonb().$type<Localized>().notNull().default({}),
    priceMinor: minor().notNull(),
    picture: text(),
    /** Id of an uploaded photo, which is shown instead of the shipped picture. */
    photo: text(),
    ware: text({ enum: ['plate', 'bowl', 'glass'] })
      .notNull()
      .default('plate'),
    diets: text({ enum: diets }).array().notNull().default(sql`'{}'`),
    popular: boolean().notNull().default(false),
    availability: text({ enum: ['available', 'sold_out', 'hidden'] })
      .notNull()
      .default('available'),
    position: smallint().notNull(),
    version: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [
    unique('dishes_tenant').on(t.organizationId, t.branchId, t.id),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.categoryId],
      foreignColumns: [menuCategories.organizationId, menuCategories.branchId, menuCategories.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.stationId],
      foreignColumns: [stations.organizationId, stations.branchId, stations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.taxRateId],
      foreignColumns: [taxRates.organizationId, taxRates.branchId, taxRates.id],
    }),
    check('dishes_photo', sql`${t.photo} ~ '^[0-9a-f]{32}$'`),
    check('dishes_price', sql`${t.priceMinor} between 0 and 1000000000`),
    check('dishes_ware', sql`${t.ware} in ('plate', 'bowl', 'glass')`),
    check('dishes_availability', sql`${t.availability} in ('available', 'sold_out', 'hidden')`),
    staffAll('dishes', ofBranch(t)),
    dinerReads(
      'dishes',
      sql`${ofBranch(t)} and ${t.availability} <> 'hidden' and exists (select 1 from menu_categories c where c.id = ${t.categoryId})`,
    ),
  ],
)

/** A row declares a level; no row means unknown, which is never free. */
export const dishAllergens = pgTable(
  'dish_allergens',
  { ...tenant(), dishId: uuid().notNull(), allergen: text().notNull(), level: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.dishId, t.allergen] }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.dishId],
      foreignColumns: [dishes.organizationId, dishes.branchId, dishes.id],
    }).onDelete('cascade'),
    index('dish_allergens_branch').on(t.organizationId, t.branchId),
    check('dish_allergens_level', sql`${t.level} in ('contains', 'may_contain', 'free')`),
    staffAll('dish_allergens', ofBranch(t)),
    dinerReads(
      'dish_allergens',
      sql`${ofBranch(t)} and exists (select 1 from dishes d where d.id = ${t.dishId})`,
    ),
  ],
)

export const modifierGroups = pgTable(
  'modifier_groups',
  {
    id: id(),
    ...tenant(),
    name: jsonb().$type<Localized>().notNull(),
    min: smallint().notNull(),
    max: smallint().notNull(),
  },
  (t) => [
    branchKey(t),
    unique('modifier_groups_tenant').on(t.organizationId, t.branchId, t.id),
    check('modifier_groups_range', sql`${t.min} >= 0 and ${t.max} >= ${t.min} and ${t.max} between 1 and 50`),
    staffAll('modifier_groups', ofBranch(t)),
    dinerReads('modifier_groups', ofBranch(t)),
  ],
)

export const dishModifierGroups = pgTable(
  'dish_modifier_groups',
  { ...tenant(), dishId: uuid().notNull(), groupId: uuid().notNull(), position: smallint().notNull() },
  (t) => [
    primaryKey({ columns: [t.dishId, t.groupId] }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.dishId],
      foreignColumns: [dishes.organizationId, dishes.branchId, dishes.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.groupId],
      foreignColumns: [modifierGroups.organizationId, modifierGroups.branchId, modifierGroups.id],
    }).onDelete('cascade'),
    index('dish_modifier_groups_branch').on(t.organizationId, t.branchId),
    staffAll('dish_modifier_groups', ofBranch(t)),
    dinerReads('dish_modifier_groups', ofBranch(t)),
  ],
)

export const modifierOptions = pgTable(
  'modifier_options',
  {
    id: id(),
    ...tenant(),
    groupId: uuid().notNull(),
    name: jsonb().$type<Localized>().notNull(),
    kind: text({ enum: ['choice', 'add', 'remove'] })
      .notNull()
      .default('choice'),
    priceMinor: minor().notNull().default(0),
    maxQuantity: smallint().notNull().default(1),
    availability: text({ enum: ['available', 'sold_out', 'hidden'] })
      .notNull()
      .default('available'),
    position: smallint().notNull(),
  },
  (t) => [
    unique('modifier_options_tenant').on(t.organizationId, t.branchId, t.id),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.groupId],
      foreignColumns: [modifierGroups.organizationId, modifierGroups.branchId, modifierGroups.id],
    }).onDelete('cascade'),
    index('modifier_options_group').on(t.groupId),
    check('modifier_options_kind', sql`${t.kind} in ('choice', 'add', 'remove')`),
    check('modifier_options_price', sql`${t.priceMinor} between -1000000000 and 1000000000`),
    check('modifier_options_quantity', sql`${t.maxQuantity} between 1 and 20`),
    check('modifier_options_availability', sql`${t.availability} in ('available', 'sold_out', 'hidden')`),
    staffAll('modifier_options', ofBranch(t)),
    dinerReads('modifier_options', sql`${ofBranch(t)} and ${t.availability} <> 'hidden'`),
  ],
)

export const optionAllergens = pgTable(
  'option_allergens',
  { ...tenant(), optionId: uuid().notNull(), allergen: text().notNull(), level: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.optionId, t.allergen] }),
    foreignKey({
      columns: [t.organizationId, t.branchId, t.optionId],
      foreignColumns: [modifierOptions.organizationId, modifierOptions.branchId, modifierOptions.id],
    }).onDelete('cascade'),
    index('option_allergens_branch').on(t.organizationId, t.branchId),
    check('option_allergens_level', sql`${t.level} in ('contains', 'may_contain', 'free')`),
    staffAll('option_allergens', ofBranch(t)),
    dinerReads(
      'option_allergens',
      sql`${ofBranch(t)} and exists (select 1 from modifier_options o where o.id = ${t.optionId})`,
    ),
  ],
)
