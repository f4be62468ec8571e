export type SelectableOption = { id: string; maxQuantity: number; available: boolean }
/** `min` and `max` count quantities: two of one option are two. */
export type SelectableGroup = { id: string; min: number; max: number; options: SelectableOption[] }
export type Selection = { optionId: string; quantity: number }

export type SelectionProblemCode =
  | 'MODIFIER_UNKNOWN'
  | 'MODIFIER_REQUIRED'
  | 'MODIFIER_TOO_MANY'
  | 'MODIFIER_QUANTITY'
  | 'MODIFIER_SOLD_OUT'

/** `groupId` is null for an option that is in none of the dish's groups. */
export type SelectionProblem = { groupId: string | null; code: SelectionProblemCode; optionId?: string }

export type SelectionCheck = { ok: true } | { ok: false; problems: SelectionProblem[] }

/**
 * Checks what a guest picked against a dish's modifier groups and lists every problem, groups in menu order.
 * A group's count is judged once each quantity in it is valid.
 */
export function checkSelection(
  groups: readonly SelectableGroup[],
  selections: readonly Selection[],
): SelectionCheck {
  const known = new Set(groups.flatMap(({ options }) => options.map(({ id }) => id)))
  const unknown = selections.filter(({ optionId }) => !known.has(optionId))
  const problems: SelectionProblem[] = [
    ...unknown.map(({ optionId }) => ({ groupId: null, code: 'MODIFIER_UNKNOWN' as const, optionId })),
    ...groups.flatMap((group) => groupProblems(group, selections)),
  ]
  return problems.length === 0 ? { ok: true } : { ok: false, problems }
}

function groupProblems(group: SelectableGroup, selections: readonly Selection[]): SelectionProblem[] {
  const picks = group.options.map((option) => ({
    option,
    quantities: selections.flatMap(({ optionId, quantity }) => (optionId === option.id ? quantity : [])),
  }))
  const inGroup = (code: SelectionProblemCode, option?: SelectableOption): SelectionProblem =>
    option ? { groupId: group.id, code, optionId: option.id } : { groupId: group.id, code }

  const soldOut = picks
    .filter(({ option, quantities }) => quantities.length > 0 && !option.available)
    .map(({ option }) => inGroup('MODIFIER_SOLD_OUT', option))
  const miscounted = picks
    .filter(({ option, quantities }) => !isQuantity(quantities, option.maxQuantity))
    .map(({ option }) => inGroup('MODIFIER_QUANTITY', option))
  if (miscounted.length > 0) return [...soldOut, ...miscounted]

  const count = picks.flatMap(({ quantities }) => quantities).reduce((sum, quantity) => sum + quantity, 0)
  if (count < group.min) return [...soldOut, inGroup('MODIFIER_REQUIRED')]
  if (count > group.max) return [...soldOut, inGroup('MODIFIER_TOO_MANY')]
  return soldOut
}

/** An option is named at most once, with a whole quantity from 1 to its maximum. */
function isQuantity([quantity, ...repeated]: readonly number[], maxQuantity: number): boolean {
  if (quantity === undefined) return true
  return repeated.length === 0 && Number.isInteger(quantity) && quantity >= 1 && quantity <= maxQuantity
}
