import type { Allergen } from '@repo/schemas/rules'

export type BothLanguages = { en: string; es: string }

/** Currencies that the sample menu has prices for. */
export type PriceList = 'PEN' | 'USD'
/** Minor units per currency: chosen per country, never converted. */
export type PricesMinor = Record<PriceList, number>

/** What a kitchen states about the 14 allergens; what no list names was checked and is free of it. */
export type AllergenStatement = {
  contains?: Allergen[]
  mayContain?: Allergen[]
  /** Not checked; `others` leaves everything unknown that is not named. */
  unknown?: Allergen[] | 'others'
}

export type SampleOption = {
  name: BothLanguages
  kind: 'choice' | 'add' | 'remove'
  /** Difference to the dish's price. */
  pricesMinor?: PricesMinor
  maxQuantity?: number
  allergens?: AllergenStatement
}

export type SampleModifierGroup = { name: BothLanguages; min: number; max: number; options: SampleOption[] }
