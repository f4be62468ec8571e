import { randomBytes, randomUUID } from 'node:crypto'
import { Skipped } from '../skipped.ts'
import { perTarget, type Target } from '../target.ts'
import { codeOf, jsonOf } from './answer.ts'

export type Tenant = {
  email: string
  password: string
  token: string
  branchId: string
  slug: string
  tables: readonly { id: string; code: string }[]
  dishId: string
  optionless: { dishId: string; priceMinor: number } | undefined
}

type Menu = {
  categories: { dishes: { id: string; priceMinor: number; modifierGroups: { min: number }[] }[] }[]
}

/** Two restaurants with random names, which stay. @throws Skipped when sign-up is not possible */
export const signUpTwo = perTarget(async (target: Target) => {
  const { signupToken } = target.options
  if (signupToken === undefined)
    throw new Skipped('needs two disposable restaurants: pass --signup-token to allow them to be signed up')
  return { first: await signUp(target, signupToken), second: await signUp(target, signupToken) }
})

async function signUp(target: Target, signupToken: string): Promise<Tenant> {
  const name = `Preflight ${randomBytes(4).toString('hex')}`
  const email = `preflight-${randomUUID()}@preflight.invalid`
  const password = `Pf-${randomBytes(18).toString('base64url')}-7x`
  const json = { ...registration, signupToken, email, password, organizationName: name, branchName: name }
  const reply = await target.send('/api/auth/register', { method: 'POST', json, mayBeLimited: true })
  const { accessToken, account } = jsonOf(reply) as {
    accessToken?: string
    account?: { branches: { id: string; slug: string }[] }
  }
  const branch = account?.branches[0]
  if (accessToken === undefined || !branch) throw new Skipped(refusal(reply))
  return { email, password, token: accessToken, ...(await describe(target, accessToken, branch)) }
}

export const registration = {
  name: 'Preflight',
  currency: 'EUR',
  timeZone: 'UTC',
  locale: 'en',
  taxMode: 'inclusive',
  taxName: 'VAT',
  taxRatePpm: 100_000,
  accent: { hue: 158, chroma: 0.095 },
  tableCount: 2,
  sampleMenu: true,
}

function refusal(reply: Parameters<typeof codeOf>[0] & { status: number }): string {
  const { retryAfterSeconds } = jsonOf(reply)
  const wait =
    typeof retryAfterSeconds === 'number' ? `; again in ${Math.ceil(retryAfterSeconds / 60)} min` : ''
  return `no disposable restaurant could be signed up: ${reply.status} ${codeOf(reply)}${wait}`
}

async function describe(target: Target, token: string, { id, slug }: { id: string; slug: string }) {
  const [board, menuReply] = await Promise.all([
    target.send(`/api/branches/${id}/tables`, { token }),
    target.send(`/api/customer/${slug}/menu`),
  ])
  const { tables = [] } = jsonOf(board) as { tables?: { id: string; code: string }[] }
  const { categories = [] } = jsonOf(menuReply) as Partial<Menu>
  const dishes = categories.flatMap((category) => category.dishes)
  const [dish] = dishes
  if (!dish || tables.length < 2) throw new Skipped('a disposable restaurant came without tables or menu')
  const plain = dishes.find(({ modifierGroups }) => modifierGroups.every(({ min }) => min === 0))
  const optionless = plain && { dishId: plain.id, priceMinor: plain.priceMinor }
  return { branchId: id, slug, tables, dishId: dish.id, optionless }
}
