import type { Gateway, Scope, Tx } from '@repo/db'
import {
  branches,
  dishAllergens,
  dishes,
  dishModifierGroups,
  menuCategories,
  modifierGroups,
  modifierOptions,
  openingHours,
  optionAllergens,
  taxRates,
} from '@repo/db/schema'
import { type Locale, Menu, type MenuDish, type MenuModifierGroup } from '@repo/schemas/contract'
import { localize } from '@repo/schemas/rules'
import { asc } from 'drizzle-orm'
import { ApiError } from '../../http/api-error.ts'
import { chooseLocale } from './choose-locale.ts'
import { shownPicture } from './shown-picture.ts'

/** A branch's published menu in one language, as a diner sees it. @throws NOT_FOUND */
export async function readMenu(
  gateway: Gateway,
  scope: Scope & { kind: 'public' },
  wanted: Locale | undefined,
): Promise<Menu> {
  const rows = await gateway.run(scope, loadMenuRows)
  const [branch] = rows.branch
  if (!branch) throw new ApiError('NOT_FOUND')
  const locale = chooseLocale(branch, wanted)
  const text = (names: Parameters<typeof localize>[0]) => localize(names, locale, branch.defaultLocale)

  const levels = levelsBy(rows.dishAllergens, (row) => row.dishId)
  const optionLevels = levelsBy(rows.optionAllergens, (row) => row.optionId)
  const taxes = new Map(rows.taxRates.map((rate) => [rate.id, rate]))
  const optionsOf = Map.groupBy(rows.options, (option) => option.groupId)
  const groups = new Map(
    rows.groups.map((group): [string, MenuModifierGroup] => [
      group.id,
      {
        id: group.id,
        name: text(group.name),
        min: group.min,
        max: group.max,
        options: (optionsOf.get(group.id) ?? []).map((option) => ({
          id: option.id,
          name: text(option.name),
          kind: option.kind,
          priceMinor: option.priceMinor,
          maxQuantity: option.maxQuantity,
          soldOut: option.availability === 'sold_out',
          allergens: optionLevels.get(option.id) ?? {},
        })),
      },
    ]),
  )
  const groupsOf = Map.groupBy(rows.links, (link) => link.dishId)
  const dishesOf = Map.groupBy(rows.dishes, (dish) => dish.categoryId)

  const toDish = (dish: (typeof rows.dishes)[number]): MenuDish => {
    const tax = taxes.get(dish.taxRateId)
    return {
      id: dish.id,
      name: text(dish.name),
      description: text(dish.description),
      priceMinor: dish.priceMinor,
      taxName: tax?.name ?? '',
      taxRatePpm: tax?.ratePpm ?? 0,
      picture: shownPicture(dish),
      ware: dish.ware,
      diets: dish.diets,
      allergens: levels.get(dish.id) ?? {},
      popular: dish.popular,
      soldOut: dish.availability === 'sold_out',
      modifierGroups: (groupsOf.get(dish.id) ?? []).flatMap((link) => groups.get(link.groupId) ?? []),
    }
  }

  return Menu.parse({
    version: branch.menuVersion,
    locale,
    branch: {
      slug: branch.slug,
      name: branch.name,
      currency: branch.currency,
      taxMode: branch.taxMode,
      serviceChargePpm: branch.serviceChargePpm,
      locales: branch.locales,
      defaultLocale: branch.defaultLocale,
      accent: { hue: branch.accentHue, chroma: branch.accentChroma },
      logo: branch.logo,
      timeZone: branch.timeZone,
      openingHours: rows.openingHours.map(({ weekday, opensMinute, closesMinute }) => ({
        weekday,
        opensMinute,
        closesMinute,
      })),
      orderingPaused: branch.orderingPaused,
    },
    categories: rows.categories
      .map((category) => ({
        id: category.id,
        name: text(category.name),
        backdrop: category.backdrop,
        dishes: (dishesOf.get(category.id) ?? []).map(toDish),
      }))
      .filter((category) => category.dishes.length > 0),
  })
}

/** Sent together on one connection; row-level security leaves this branch's published rows. */
async function loadMenuRows({ db }: Tx) {
  const [
    branch,
    hours,
    rates,
    categories,
    dishRows,
    allergenRows,
    groupRows,
    links,
    options,
    optionAllergenRows,
  ] = await Promise.all([
    db.select().from(branches),
    db.select().from(openingHours).orderBy(asc(openingHours.weekday), asc(openingHours.opensMinute)),
    db.select().from(taxRates),
    db.select().from(menuCategories).orderBy(asc(menuCategories.position)),
    db.select().from(dishes).orderBy(asc(dishes.position)),
    db.select().from(dishAllergens),
    db.select().from(modifierGroups),
    db.select().from(dishModifierGroups).orderBy(asc(dishModifierGroups.position)),
    db.select().from(modifierOptions).orderBy(asc(modifierOptions.position)),
    db.select().from(optionAllergens),
  ])
  return {
    branch,
    openingHours: hours,
    taxRates: rates,
    categories,
    dishes: dishRows,
    dishAllergens: allergenRows,
    groups: groupRows,
    links,
    options,
    optionAllergens: optionAllergenRows,
  }
}

function levelsBy<Row extends { allergen: string; level: string }>(rows: Row[], keyOf: (row: Row) => string) {
  const levels = new Map<string, MenuDish['allergens']>()
  for (const row of rows) {
    const key = keyOf(row)
    levels.set(key, { ...levels.get(key), [row.allergen]: row.level })
  }
  return levels
}
