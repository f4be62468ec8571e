import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { formatTableCode } from '@repo/schemas/rules'
import { countPdfPages } from '../support/count-pdf-pages.ts'
import { decodeQr } from '../support/decode-qr.ts'
import { sitDown } from '../support/diner.ts'
import { plainDishes } from '../support/dishes.ts'
import { say } from '../support/messages.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

const password = 'Copper-Lantern-58-Walks-Slowly'

test('a restaurant signs up, with its tables and a sample menu that guests can open', async ({ page }) => {
  const name = `Casa ${randomUUID().slice(0, 8)}`
  await page.goto('/')
  await page
    .getByRole('link', { name: say('landing.signUp') })
    .first()
    .click()
  await page.getByLabel(say('auth.field.branch')).fill(name)
  await page.getByLabel(say('auth.field.organization')).fill(name)
  await page.getByLabel(say('auth.field.currency')).selectOption('PEN')
  await page.getByLabel(say('auth.field.taxName')).fill('IGV')
  await page.getByLabel(say('auth.field.taxRate')).fill('18')
  await page
    .getByRole('button', { name: say('auth.signUp.next', { step: say('auth.signUp.steps.look') }) })
    .click()
  await page.getByText(say('auth.accent.beet')).click()
  await expect(page.getByLabel(say('auth.field.sampleMenu'))).toBeChecked()
  await page
    .getByRole('button', { name: say('auth.signUp.next', { step: say('auth.signUp.steps.person') }) })
    .click()
  await page.getByLabel(say('auth.field.name')).fill('Alma Ríos')
  await page.getByLabel(say('auth.field.email')).fill(`${randomUUID()}@example.com`)
  await page.getByLabel(say('auth.field.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('auth.signUp.submit') }).click()
  await expect(page.getByRole('navigation', { name: say('common.nav.label') })).toBeVisible()

  await page.goto('/qr-codes')
  await expect(page.getByRole('img', { name: /./ })).toHaveCount(10)
  await page.goto('/menu')
  await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible()
})

test('sign-up says what is missing, and keeps what was typed', async ({ page }) => {
  await page.goto('/sign-up')
  const next = page.getByRole('button', {
    name: say('auth.signUp.next', { step: say('auth.signUp.steps.look') }),
  })
  await page.getByLabel(say('auth.field.taxName')).fill('IGV')
  await next.click()
  await expect(page.getByLabel(say('auth.field.branch'))).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel(say('auth.field.branch'))).toHaveAccessibleDescription(
    say('auth.problem.required'),
  )
  await expect(page.getByLabel(say('auth.field.taxName'))).toHaveValue('IGV')
})

test('a colleague gets a login, and sees what the role may see and nothing else', async ({
  page,
  openScreen,
  restaurant,
}) => {
  await signIn(page, restaurant.owner, '/team')
  const email = `${randomUUID()}@example.com`
  await newLogin(page).getByLabel(say('settings.team.name')).fill('Rosa Luna')
  await newLogin(page).getByLabel(say('settings.team.email')).fill(email)
  await newLogin(page).getByLabel(say('settings.team.password'), { exact: true }).fill(password)
  await newLogin(page).getByLabel(say('settings.team.role')).selectOption(say('settings.team.roles.waiter'))
  await page.getByRole('button', { name: say('settings.team.create') }).click()
  await expect(page.getByRole('listitem').filter({ hasText: email })).toContainText(
    say('settings.team.roles.waiter'),
  )

  const colleague = await openScreen()
  await signIn(colleague, { name: 'Rosa Luna', email, password }, '/team')
  await expect(colleague.getByText(say('settings.notYours'))).toBeVisible()
  const rail = colleague.getByRole('navigation', { name: say('common.nav.label') })
  await expect(rail.getByRole('link', { name: say('common.nav.tables') })).toBeVisible()
  await expect(rail.getByRole('link', { name: say('common.nav.settings') })).toHaveCount(0)
})

test('a login with a taken address, or a weak password, is refused with the reason at the field', async ({
  page,
  faults,
  restaurant,
}) => {
  faults.allow(/status of 4(09|22|00)/)
  await signIn(page, restaurant.owner, '/team')
  const email = newLogin(page).getByLabel(say('settings.team.email'))
  await newLogin(page).getByLabel(say('settings.team.name')).fill('Rosa Luna')
  await email.fill(restaurant.owner.email)
  await newLogin(page).getByLabel(say('settings.team.password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('settings.team.create') }).click()
  await expect(email).toHaveAccessibleDescription(say('settings.team.emailTaken'))
  await email.fill(`${randomUUID()}@example.com`)
  await newLogin(page).getByLabel(say('settings.team.password'), { exact: true }).fill('aaaaaaaaaaaaaaaa')
  await page.getByRole('button', { name: say('settings.team.create') }).click()
  await expect(page.getByText(say('settings.team.passwordFault'))).toBeVisible()
})

test('a new price and a sold-out mark reach an open menu at once', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const [dish, other] = plainDishes(restaurant.menu)
  const guest = await openScreen()
  await sitDown(guest, restaurant.table, 'Ana')
  const row = guest.getByRole('article').filter({ hasText: dish.name })
  await signIn(page, restaurant.owner, '/menu')

  await page.getByLabel(say('settings.menu.priceOf', { dish: dish.name })).fill('31.50')
  await page.keyboard.press('Enter')
  await expect(page.getByText(say('settings.menu.priceSaved', { dish: dish.name }))).toBeVisible()
  await expect(row).toContainText('31.50')
  await page.getByRole('switch', { name: say('settings.menu.onSaleOf', { dish: other.name }) }).press('Space')
  await expect(guest.getByRole('article').filter({ hasText: other.name })).toContainText(say('menu.soldOut'))
})

test('a slip is undone with one tap', async ({ page, restaurant }) => {
  const [dish] = plainDishes(restaurant.menu)
  await signIn(page, restaurant.owner, '/menu')
  const onSale = page.getByRole('switch', { name: say('settings.menu.onSaleOf', { dish: dish.name }) })
  await onSale.press('Space')
  await expect(onSale).not.toBeChecked()
  await page.getByRole('button', { name: say('settings.menu.undo') }).click()
  await expect(onSale).toBeChecked()
})

test('QR codes print one page per table, with the name and a code for those who cannot scan', async ({
  page,
  openRestaurant,
}) => {
  const restaurant = await openRestaurant({ tableCount: 4 })
  await signIn(page, restaurant.owner, '/qr-codes')
  await expect(page.getByRole('button', { name: say('settings.qr.print', { count: 4 }) })).toBeVisible()
  const cards = page.getByRole('listitem').filter({ has: page.getByRole('img') })
  await expect(cards).toHaveCount(4)
  for (const { label, code } of restaurant.tables) {
    const card = cards.filter({ hasText: formatTableCode(code) })
    await expect(card).toContainText(restaurant.name)
    await expect(card).toContainText(say('settings.qr.table', { table: label }))
  }
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  expect(countPdfPages(pdf)).toBe(4)
})

test('a scanned QR code opens the menu of its table, and so does the code typed by hand', async ({
  page,
  openScreen,
  restaurant,
}) => {
  const { code, label, path } = restaurant.table
  await signIn(page, restaurant.owner, '/qr-codes')
  const address = await decodeQr(page.getByRole('img', { name: say('settings.qr.codeOf', { table: label }) }))
  expect(new URL(address).pathname).toBe(path)

  const guest = await openScreen()
  await guest.goto(address)
  await expect(guest.getByRole('heading', { level: 1, name: restaurant.name })).toBeVisible()
  await expect(guest.getByText(say('tableSession.table', { label })).first()).toBeVisible()

  await guest.goto(`/${restaurant.slug}`)
  await guest.getByLabel(say('menu.code.label')).fill(formatTableCode(code).toLowerCase())
  await guest.getByRole('button', { name: say('menu.code.open') }).click()
  await expect(guest).toHaveURL(path)
})

/** The form that makes a login; the one that invites has some of the same fields. */
const newLogin = (page: Page) => page.getByRole('form', { name: say('settings.team.new') })
