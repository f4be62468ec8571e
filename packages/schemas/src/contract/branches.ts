import { z } from 'zod'
import { photoWidths } from '../rules/index.ts'
import { Accent, OpeningHours, TaxMode } from './menu.ts'
import { CurrencyCode, Id, Locale, line, RatePpm } from './primitives.ts'

export const ConfirmOrders = z.enum(['never', 'first', 'always'])

export const Branch = z.strictObject({
  id: Id,
  slug: z.string(),
  name: z.string(),
  organizationName: z.string(),
  currency: CurrencyCode,
  taxMode: TaxMode,
  serviceChargePpm: RatePpm,
  timeZone: z.string(),
  businessDayCutoffMinutes: z.int(),
  targetMinutes: z.int(),
  defaultLocale: Locale,
  locales: z.array(Locale),
  accent: Accent,
  logo: z.string().nullable(),
  orderingPaused: z.boolean(),
  confirmOrders: ConfirmOrders,
  openingHours: z.array(OpeningHours),
})
export type Branch = z.infer<typeof Branch>

export const UpdateBranchInput = z
  .strictObject({
    name: line(80).optional(),
    accent: Accent.optional(),
    orderingPaused: z.boolean().optional(),
    confirmOrders: ConfirmOrders.optional(),
    targetMinutes: z.int().min(1).max(240).optional(),
  })
  .refine((branch) => Object.keys(branch).length > 0, { error: 'names nothing to change' })
export type UpdateBranchInput = z.infer<typeof UpdateBranchInput>

export const BranchPath = z.strictObject({ branchId: Id })
export const DishPath = z.strictObject({ branchId: Id, dishId: Id })
/** The file name of a stored photo: nothing else is ever looked up. */
export const MediaPath = z.strictObject({
  branchId: Id.lowercase(),
  file: z.string().regex(new RegExp(`^[0-9a-f]{32}-(${photoWidths.join('|')})\\.(avif|webp)$`)),
})
