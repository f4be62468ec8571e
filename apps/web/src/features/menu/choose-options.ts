import type { MenuDish, MenuModifierGroup } from '@repo/schemas/contract'
import { checkSelection, type Selection } from '@repo/schemas/rules'
import type { CartLine } from '@/stores/parse-cart.ts'

/** How many of each option are chosen; options that are not named are not. */
export type Picks = Readonly<Record<string, number>>

export const countPicks = ({ options }: MenuModifierGroup, picks: Picks): number =>
  options.reduce((sum, { id }) => sum + (picks[id] ?? 0), 0)

/** Sets an option's quantity. Where a group takes only one, the new choice replaces the old one. */
export function pick(group: MenuModifierGroup, picks: Picks, optionId: string, quantity: number): Picks {
  const others = group.max === 1 ? withoutGroup(group, picks) : picks
  return { ...others, [optionId]: quantity }
}

function withoutGroup({ options }: MenuModifierGroup, picks: Picks): Picks {
  const ids = new Set(options.map(({ id }) => id))
  return Object.fromEntries(Object.entries(picks).filter(([id]) => !ids.has(id)))
}

/** Required groups with exactly one thing to pick are picked from the start. */
export function initialPicks({ modifierGroups }: MenuDish): Picks {
  const forced = modifierGroups.flatMap(({ min, options }) => {
    const open = options.filter(({ soldOut }) => !soldOut)
    const [only] = open
    return min > 0 && open.length === 1 && only ? [[only.id, Math.min(min, only.maxQuantity)] as const] : []
  })
  return Object.fromEntries(forced)
}

/** The first group whose choice is not complete. */
export function firstIncomplete({ modifierGroups }: MenuDish, picks: Picks): string | undefined {
  const groups = modifierGroups.map(({ options, ...group }) => ({
    ...group,
    options: options.map(({ id, maxQuantity, soldOut }) => ({ id, maxQuantity, available: !soldOut })),
  }))
  const check = checkSelection(groups, toSelections(picks))
  return check.ok ? undefined : (check.problems[0]?.groupId ?? undefined)
}

const toSelections = (picks: Picks): Selection[] =>
  Object.entries(picks).flatMap(([optionId, quantity]) => (quantity > 0 ? { optionId, quantity } : []))

type Chosen = { dish: MenuDish; backdrop: string; picks: Picks; quantity: number; note: string }

/** What goes into the cart. */
export function toCartLine({ dish, backdrop, picks, quantity, note }: Chosen): CartLine {
  const { id: dishId, name, picture, ware, priceMinor: unitMinor, taxName, taxRatePpm, modifierGroups } = dish
  const modifiers = modifierGroups
    .flatMap(({ options }) => options)
    .flatMap((option) => {
      const times = picks[option.id] ?? 0
      if (times === 0) return []
      return {
        optionId: option.id,
        name: option.name,
        kind: option.kind,
        unitMinor: option.priceMinor,
        quantity: times,
      }
    })
  return {
    dishId,
    name,
    picture,
    ware,
    backdrop,
    unitMinor,
    taxName,
    taxRatePpm,
    quantity,
    modifiers,
    note: note.trim(),
  }
}
