import { z } from 'zod'
import { allergenLevels, allergens, diets } from '../rules/index.ts'
import {
  AmountMinor,
  BranchSlug,
  CurrencyCode,
  DifferenceMinor,
  Id,
  Locale,
  LocalizedName,
  LocalizedText,
  RatePpm,
} from './primitives.ts'

export const Allergen = z.enum(allergens)
export const AllergenLevel = z.enum(allergenLevels)
/** Declared levels; an allergen that is absent is unknown, which is never free. */
export const Allergens = z.partialRecord(Allergen, AllergenLevel)
export const Diet = z.enum(diets)
export const Ware = z.enum(['plate', 'bowl', 'glass'])
export const Backdrop = z.enum(['lime', 'yolk', 'tomato', 'sky', 'basil', 'beet', 'peach'])
export const Availability = z.enum(['available', 'sold_out', 'hidden'])
export const TaxMode = z.enum(['inclusive', 'exclusive'])
export const OptionKind = z.enum(['choice', 'add', 'remove'])
const bundledPicture = /^[a-z0-9-]{1,60}$/
const uploadedPhoto = /^photo\/[0-9a-f-]{36}\/[0-9a-f]{32}$/
/** A picture that ships with the app (`ceviche`, `noto-pizza`) or an uploaded one (`photo/<branch>/<photo>`); absent is the set plate. */
export const Picture = z.string().regex(new RegExp(`${bundledPicture.source}|${uploadedPhoto.source}`))

export const Accent = z.strictObject({
  hue: z.number().min(0).max(360),
  chroma: z.number().min(0).max(0.2),
})

export const OpeningHours = z.strictObject({
  weekday: z.int().min(0).max(6),
  opensMinute: z.int().min(0).max(1439),
  closesMinute: z.int().min(1).max(2160),
})

export const PublicBranch = z.strictObject({
  slug: BranchSlug,
  name: z.string(),
  currency: CurrencyCode,
  taxMode: TaxMode,
  serviceChargePpm: RatePpm,
  locales: z.array(Locale),
  defaultLocale: Locale,
  accent: Accent,
  logo: z.string().nullable(),
  timeZone: z.string(),
  openingHours: z.array(OpeningHours),
  orderingPaused: z.boolean(),
})

export const MenuOption = z.strictObject({
  id: Id,
  name: z.string(),
  kind: OptionKind,
  priceMinor: DifferenceMinor,
  maxQuantity: z.int(),
  soldOut: z.boolean(),
  allergens: Allergens,
})

export const MenuModifierGroup = z.strictObject({
  id: Id,
  name: z.string(),
  min: z.int(),
  max: z.int(),
  options: z.array(MenuOption),
})

export const MenuDish = z.strictObject({
  id: Id,
  name: z.string(),
  description: z.string(),
  priceMinor: AmountMinor,
  taxName: z.string(),
  taxRatePpm: RatePpm,
  picture: Picture.nullable(),
  ware: Ware,
  diets: z.array(Diet),
  allergens: Allergens,
  popular: z.boolean(),
  soldOut: z.boolean(),
  modifierGroups: z.array(MenuModifierGroup),
})

export const MenuCategory = z.strictObject({
  id: Id,
  name: z.string(),
  backdrop: Backdrop,
  dishes: z.array(MenuDish),
})

/** A branch's published menu in one language. */
export const Menu = z.strictObject({
  version: z.int(),
  locale: Locale,
  branch: PublicBranch,
  categories: z.array(MenuCategory),
})
export type Menu = z.infer<typeof Menu>
export type MenuCategory = z.infer<typeof MenuCategory>
export type MenuDish = z.infer<typeof MenuDish>
export type MenuModifierGroup = z.infer<typeof MenuModifierGroup>
export type MenuOption = z.infer<typeof MenuOption>
export type PublicBranch = z.infer<typeof PublicBranch>

export const StaffDish = z.strictObject({
  id: Id,
  categoryId: Id,
  name: LocalizedName,
  description: LocalizedText,
  priceMinor: AmountMinor,
  picture: Picture.nullable(),
  ware: Ware,
  availability: Availability,
  stationId: Id.nullable(),
  missingLocales: z.array(Locale),
  version: z.int(),
})
export type StaffDish = z.infer<typeof StaffDish>

/** The menu as staff edit it, hidden dishes included. */
export const StaffMenu = z.strictObject({
  version: z.int(),
  currency: CurrencyCode,
  categories: z.array(
    z.strictObject({ id: Id, name: LocalizedName, backdrop: Backdrop, dishes: z.array(StaffDish) }),
  ),
})
export type StaffMenu = z.infer<typeof StaffMenu>

export const UpdateDishInput = z
  .strictObject({
    version: z.int().min(1),
    name: LocalizedName.optional(),
    description: LocalizedText.optional(),
    priceMinor: AmountMinor.optional(),
    availability: Availability.optional(),
  })
  .refine((dish) => Object.keys(dish).length > 1, { error: 'names nothing to change' })
export type UpdateDishInput = z.infer<typeof UpdateDishInput>

export const SetAvailabilityInput = z.strictObject({ availability: z.enum(['available', 'sold_out']) })
export type SetAvailabilityInput = z.infer<typeof SetAvailabilityInput>

export const MenuPath = z.strictObject({ branchSlug: BranchSlug })
