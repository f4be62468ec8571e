type Option = { id: string; soldOut: boolean }
type Group = { min: number; max: number; options: Option[] }
type Dish = { id: string; soldOut: boolean; modifierGroups: Group[] }
type Menu = { categories: { dishes: Dish[] }[] }

/** What a guest sends; the total is the server's own quote. */
export type OrderBody = {
  lines: { dishId: string; quantity: number; modifiers: { optionId: string; quantity: number }[] }[]
  expectedTotalMinor: number
}

const lineCount = 3

/** An order of three dishes, those with the most to choose first, with one option from each of their groups. */
export async function composeOrder(apiUrl: string, slug: string, token: string): Promise<OrderBody> {
  const menu = (await (await fetch(`${apiUrl}/api/customer/${slug}/menu`)).json()) as Menu
  const dishes = menu.categories.flatMap((category) => category.dishes).filter((dish) => !dish.soldOut)
  const lines = dishes
    .toSorted((a, b) => b.modifierGroups.length - a.modifierGroups.length)
    .slice(0, lineCount)
    .map(({ id, modifierGroups }) => ({ dishId: id, quantity: 2, modifiers: modifierGroups.flatMap(choose) }))
  return { lines, expectedTotalMinor: await quote(apiUrl, token, lines) }
}

const choose = ({ min, options }: Group) =>
  options
    .filter((option) => !option.soldOut)
    .slice(0, Math.max(1, min))
    .map(({ id }) => ({ optionId: id, quantity: 1 }))

/** Expects a total that cannot be, and reads the right one from the refusal. */
async function quote(apiUrl: string, token: string, lines: OrderBody['lines']): Promise<number> {
  const response = await fetch(`${apiUrl}/api/customer/orders`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify({ lines, expectedTotalMinor: 0 }),
  })
  const problem = (await response.json()) as { code?: string; quote?: { totalMinor: number } }
  if (!problem.quote) throw new Error(`no quote for the order: ${JSON.stringify(problem)}`)
  return problem.quote.totalMinor
}
