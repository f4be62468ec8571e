import type { dishes } from '@repo/db/schema'
import type { Locale, StaffDish } from '@repo/schemas/contract'
import type { z } from 'zod'
import { shownPicture } from './shown-picture.ts'

/** A dish as staff see it, with the languages that its name or description still lacks. */
export function toStaffDish(dish: typeof dishes.$inferSelect, locales: Locale[]): z.input<typeof StaffDish> {
  const has = (locale: string) => {
    const names: Record<string, string | undefined> = dish.name
    const descriptions: Record<string, string | undefined> = dish.description
    return names[locale] !== undefined && descriptions[locale] !== undefined
  }
  return {
    id: dish.id,
    categoryId: dish.categoryId,
    name: dish.name,
    description: dish.description,
    priceMinor: dish.priceMinor,
    picture: shownPicture(dish),
    ware: dish.ware,
    availability: dish.availability,
    stationId: dish.stationId,
    missingLocales: locales.filter((locale) => !has(locale)),
    version: dish.version,
  }
}
