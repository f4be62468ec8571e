type Option = { id: string; soldOut: boolean }
type Group = { min: number; max: number; options: Option[] }
type Dish = { id: string; soldOut: boolean; modifierGroups: Group[] }
type Menu = { categories: { dishes: Dish[] }[] }

type Line = { dishId: string; quantity: number; modifiers: { optionId: string; quantity: number }[] }

/** What a guest sends. */
export type OrderBody = { lines: Line[]; expectedTotalMinor: number }

const lineCount = 3

/** An order of the three dishes with the most to choose, each with one option from each of its groups. */
export async function composeOrder(port: number, slug: string, token: string): Promise<OrderBody> {
  const response = await fetch(`http://127.0.0.1:${port}/api/customer/${slug}/menu`)
  const { categories } = (await response.json()) as Menu
  const lines = categories
    .flatMap((category) => category.dishes)
    .filter((dish) => !dish.soldOut)
    .toSorted((a, b) => b.modifierGroups.length - a.modifierGroups.length)
    .slice(0, lineCount)
    .map(({ id, modifierGroups }) => ({
      dishId: id,
      quantity: 2,
      modifiers: modifierGroups.flatMap(chooseOptions),
    }))
  return { lines, expectedTotalMinor: await askPrice(port, token, lines) }
}

const chooseOptions = ({ min, options }: Group) =>
  options
    .filter((option) => !option.soldOut)
    .slice(0, Math.max(1, min))
    .map(({ id }) => ({ optionId: id, quantity: 1 }))

/** Places an order. */
export async function placeOrder(port: number, token: string, body: OrderBody): Promise<void> {
  const response = await post(port, token, body)
  if (response.status !== 201) throw new Error(`the order was refused: ${await response.text()}`)
  await response.arrayBuffer()
}

/** Sends an impossible total, and reads the right one from the refusal. */
async function askPrice(port: number, token: string, lines: Line[]): Promise<number> {
  const response = await post(port, token, { lines, expectedTotalMinor: 0 })
  const problem = (await response.json()) as { quote?: { totalMinor: number } }
  if (!problem.quote) throw new Error(`no quote for the order: ${JSON.stringify(problem)}`)
  return problem.quote.totalMinor
}

const post = (port: number, token: string, body: OrderBody): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}/api/customer/orders`, {
    method: 'POST',
    headers: orderHeaders(token),
    body: JSON.stringify(body),
  })

/** With a key of its own for each order. */
export const orderHeaders = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'content-type': 'application/json',
  'idempotency-key': crypto.randomUUID(),
})
