import type { Locale } from '@repo/schemas/contract'
import type { PriceList } from '../sample-menu-types.ts'

export type DemoTable = {
  label: string
  area: string
  shape: 'round' | 'square' | 'long'
  seats: number
  code: string
}

export type DemoBranch = {
  id: string
  slug: string
  name: string
  currency: PriceList
  taxMode: 'inclusive' | 'exclusive'
  tax: { name: string; ratePpm: number }
  serviceChargePpm: number
  cashRoundingMinor: number
  timeZone: string
  defaultLocale: Locale
  accentHue: number
  accentChroma: number
  /** Address of a picture that ships with the web app. */
  logo: string
  confirmOrders: 'never' | 'first' | 'always'
  /** English name of a dish that the kitchen has run out of. */
  soldOutDish?: string
  opensAllDay?: true
  tables: DemoTable[]
  /** Label of the table whose link the guide shows. */
  guideTable?: string
}

export type DemoAccount = {
  role: 'owner' | 'manager' | 'cashier' | 'waiter' | 'kitchen'
  name: string
  email: string
  /** Left out: every branch. */
  branchId?: string
}

export type DemoOrganization = { id: string; name: string; branches: DemoBranch[]; accounts: DemoAccount[] }
