import type { Diet } from '@repo/schemas/rules'
import type { modifierGroups } from './menu/modifier-groups.ts'
import type { stations } from './menu/stations.ts'
import type { AllergenStatement, BothLanguages, PricesMinor } from './sample-menu-types.ts'

export type SampleDish = {
  name: BothLanguages
  description: BothLanguages
  pricesMinor: PricesMinor
  station: keyof typeof stations
  ware: 'plate' | 'bowl' | 'glass'
  picture?: string
  diets?: Diet[]
  popular?: true
  allergens: AllergenStatement
  modifierGroups?: (keyof typeof modifierGroups)[]
}

export type SampleCategory = {
  name: BothLanguages
  backdrop: 'lime' | 'yolk' | 'tomato' | 'sky' | 'basil' | 'beet' | 'peach'
  dishes: SampleDish[]
}
