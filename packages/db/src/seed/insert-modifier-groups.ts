import { uuidv7 } from '@repo/auth'
import type { Tx } from '../gateway.ts'
import { modifierGroups, modifierOptions, optionAllergens } from '../schema/index.ts'
import { declareAllergens } from './declare-allergens.ts'
import type { Tenant } from './insert-stations.ts'
import { modifierGroups as sampleGroups } from './menu/modifier-groups.ts'
import type { PriceList, SampleModifierGroup } from './sample-menu-types.ts'

export type ModifierGroupKey = keyof typeof sampleGroups

/** Makes the modifier groups that the sample dishes share; answers their ids. */
export async function insertModifierGroups(
  tx: Tx,
  tenant: Tenant,
  prices: PriceList,
): Promise<Map<ModifierGroupKey, string>> {
  const groups = Object.entries<SampleModifierGroup>(sampleGroups).map(([key, group]) => ({
    ...group,
    key: key as ModifierGroupKey,
    id: uuidv7(),
  }))
  const options = groups.flatMap((group) =>
    group.options.map((option, position) => ({ ...option, groupId: group.id, id: uuidv7(), position })),
  )
  await tx.db
    .insert(modifierGroups)
    .values(groups.map(({ id, name, min, max }) => ({ ...tenant, id, name, min, max })))
  await tx.db.insert(modifierOptions).values(
    options.map(({ id, groupId, name, kind, position, pricesMinor, maxQuantity = 1 }) => ({
      ...tenant,
      id,
      groupId,
      name,
      kind,
      position,
      maxQuantity,
      priceMinor: pricesMinor?.[prices] ?? 0,
    })),
  )
  await tx.db
    .insert(optionAllergens)
    .values(
      options.flatMap(({ id: optionId, allergens = {} }) =>
        declareAllergens(allergens).map((declared) => ({ ...tenant, optionId, ...declared })),
      ),
    )
  return new Map(groups.map(({ key, id }) => [key, id]))
}
