import type { DemoGuide } from '@repo/db/seed'

type Json = Record<string, unknown>
type Dish = {
  id: string
  picture: string | null
  soldOut: boolean
  modifierGroups: { min: number; options: { id: string }[] }[]
}
export type Evening = {
  menuPath: string
  email: string
  password: string
  slug: string
  freeTableCode: string
  dishId: string
}

/** Fills the demo restaurant: guests at several tables who order, and a kitchen that has begun. */
export async function dinnerIsOn(apiUrl: string, guide: DemoGuide | undefined): Promise<Evening> {
  const owner = guide?.accounts.find(({ role }) => role === 'owner')
  const menuPath = guide?.tables[0]?.path
  if (!owner || !menuPath) throw new Error('the stack has no demo data')
  const slug = menuPath.split('/')[1] ?? ''
  const call = (path: string, json?: Json, headers: Record<string, string> = {}) =>
    request(`${apiUrl}/api${path}`, json, headers)

  const { accessToken, account } = (await call('/auth/login', {
    email: owner.email,
    password: owner.password,
  })) as {
    accessToken: string
    account: { branches: { id: string; slug: string }[] }
  }
  const branchId = account.branches.find((branch) => branch.slug === slug)?.id
  const staff = { authorization: `Bearer ${accessToken}` }
  const { tables } = (await call(`/branches/${branchId}/tables`, undefined, staff)) as {
    tables: { code: string }[]
  }
  const { categories } = (await call(`/customer/${slug}/menu?locale=en`)) as {
    categories: { dishes: Dish[] }[]
  }
  const dishes = categories
    .flatMap((category) => category.dishes)
    .filter((dish) => dish.picture !== null && !dish.soldOut)

  const names = ['Mara', 'Theo', 'Inés', 'Rosa', 'Iván', 'Dana', 'Vera', 'Luca']
  const orders: { id: string; lines: { id: string }[] }[] = []
  for (const [index, name] of names.entries()) {
    const join = await call(`/customer/${slug}/${tables[index]?.code}/sessions`, { name })
    const guest = { authorization: `Bearer ${join.accessToken}`, 'idempotency-key': crypto.randomUUID() }
    const chosen = [0, 1, 2]
      .slice(0, 1 + (index % 3))
      .flatMap((nth) => dishes[(index * 5 + nth * 7) % dishes.length] ?? [])
    orders.push(await order(call, chosen, index, guest))
  }
  for (const { id, lines } of orders.slice(0, 3)) {
    const moves = lines.slice(0, 1).map((line) => ({ lineId: line.id, from: 'confirmed', to: 'ready' }))
    await call(`/branches/${branchId}/kitchen/tickets/${id}/moves`, { moves }, staff)
  }
  const freeTableCode = tables[names.length]?.code ?? ''
  return {
    menuPath,
    email: owner.email,
    password: owner.password,
    slug,
    freeTableCode,
    dishId: dishes.find((dish) => dish.picture === 'ceviche')?.id ?? '',
  }
}

type Call = (path: string, json?: Json, headers?: Record<string, string>) => Promise<Json>

/** The first attempt asks for the price: a total of nothing is answered with the real one. */
async function order(call: Call, dishes: Dish[], index: number, guest: Record<string, string>) {
  const lines = dishes.map((dish) => ({
    dishId: dish.id,
    quantity: 1 + (index % 2),
    modifiers: dish.modifierGroups
      .filter((group) => group.min > 0)
      .flatMap((group) => group.options.slice(0, 1).map(({ id }) => ({ optionId: id, quantity: 1 }))),
  }))
  const body = { lines, ...(index === 1 && { allergyNote: 'Peanuts. Clean wok, please.' }) }
  const { quote } = (await call('/customer/orders', { ...body, expectedTotalMinor: 0 }, guest)) as {
    quote: { totalMinor: number }
  }
  const headers = { ...guest, 'idempotency-key': crypto.randomUUID() }
  return (await call('/customer/orders', { ...body, expectedTotalMinor: quote.totalMinor }, headers)) as {
    id: string
    lines: { id: string }[]
  }
}

async function request(url: string, json: Json | undefined, headers: Record<string, string>): Promise<Json> {
  const response = await fetch(url, {
    method: json ? 'POST' : 'GET',
    headers: { ...headers, ...(json && { 'content-type': 'application/json' }) },
    ...(json && { body: JSON.stringify(json) }),
  })
  return (await response.json()) as Json
}
