import type { FieldError, PlaceOrderInput } from '@repo/schemas/contract'
import { checkSelection, type OrderPrice, priceOrder } from '@repo/schemas/rules'
import { ApiError, fieldError } from '../../http/api-error.ts'
import type { BranchTerms, DishTerms, OptionTerms } from './load-order-context.ts'

export type PricedLine = {
  dish: DishTerms
  quantity: number
  note: string
  modifiers: { option: OptionTerms; quantity: number }[]
  unitMinor: number
  lineMinor: number
}

type LineInput = PlaceOrderInput['lines'][number]

/**
 * Turns ids and quantities into priced lines with the branch's own prices.
 * @throws DISH_UNAVAILABLE for a dish that is not on this menu, SOLD_OUT, MODIFIER_* with the field
 */
export function priceLines(
  inputs: LineInput[],
  dishes: ReadonlyMap<string, DishTerms>,
  branch: Pick<BranchTerms, 'taxMode' | 'serviceChargePpm'>,
): { lines: PricedLine[]; price: OrderPrice } {
  const chosen = inputs.map((input, index) => chooseLine(input, dishes, `lines.${index}`))
  const price = priceOrder(
    chosen.map(({ dish, quantity, modifiers }) => ({
      unitMinor: dish.priceMinor,
      quantity,
      taxName: dish.taxName,
      taxRatePpm: dish.taxRatePpm,
      modifiers: modifiers.map(({ option, quantity: times }) => ({
        optionId: option.id,
        unitMinor: option.priceMinor,
        quantity: times,
      })),
    })),
    { taxMode: branch.taxMode, serviceChargePpm: branch.serviceChargePpm },
  )
  const lines = chosen.map((line, index): PricedLine => {
    const { unitMinor = 0, lineMinor = 0 } = price.lines[index] ?? {}
    return { ...line, unitMinor, lineMinor }
  })
  return { lines, price }
}

function chooseLine(input: LineInput, dishes: ReadonlyMap<string, DishTerms>, field: string) {
  const dish = dishes.get(input.dishId)
  if (!dish) throw fieldError('DISH_UNAVAILABLE', `${field}.dishId`, 'is not on this menu')
  if (dish.availability !== 'available') throw fieldError('SOLD_OUT', `${field}.dishId`, 'is sold out')
  const groups = dish.groups.map(({ id, min, max, options }) => ({
    id,
    min,
    max,
    options: options.map((option) => ({
      id: option.id,
      maxQuantity: option.maxQuantity,
      available: option.availability === 'available',
    })),
  }))
  const selection = checkSelection(groups, input.modifiers)
  if (!selection.ok) throw selectionError(selection.problems, field)
  const options = new Map(
    dish.groups.flatMap((group) => group.options.map((option) => [option.id, option] as const)),
  )
  const modifiers = input.modifiers.flatMap(({ optionId, quantity }) => {
    const option = options.get(optionId)
    return option ? [{ option, quantity }] : []
  })
  return { dish, quantity: input.quantity, note: input.note ?? '', modifiers }
}

type SelectionProblem = Extract<ReturnType<typeof checkSelection>, { ok: false }>['problems'][number]

function selectionError(problems: SelectionProblem[], field: string): ApiError {
  const errors = problems.map(
    ({ code, optionId, groupId }): FieldError => ({
      field: `${field}.modifiers`,
      code,
      message: optionId ?? groupId ?? '',
    }),
  )
  const [first] = problems
  const code = first?.code === 'MODIFIER_SOLD_OUT' ? 'SOLD_OUT' : (first?.code ?? 'MODIFIER_UNKNOWN')
  return new ApiError(code, { errors: errors.slice(0, 20) })
}
