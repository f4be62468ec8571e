import { randomUUID } from 'node:crypto'
import { type Stack, startStack } from '@repo/stack'
import { phone, sitDown } from '../support/diner.ts'
import { startMailServer } from '../support/mail-server.ts'
import { say } from '../support/messages.ts'
import { openRestaurant } from '../support/restaurant.ts'
import { signIn } from '../support/sign-in.ts'
import { expect, test } from '../support/test.ts'

// One stack for all of them.
test.describe.configure({ mode: 'default' })

let stack: Stack
let mail: Awaited<ReturnType<typeof startMailServer>>
test.beforeAll(async () => {
  mail = await startMailServer()
  const apiEnv = { SMTP_URL: mail.url, MAIL_FROM: 'RestAI <noreply@example.com>' }
  stack = await startStack({ web: true, seed: false, apiEnv })
})
test.afterAll(async () => {
  await stack.stop()
  await mail.stop()
})

test('a person moves to another address with the link that was mailed there, and is signed out elsewhere', async ({
  openScreen,
  address,
  faults,
}) => {
  // The other screen's sign-in has ended.
  faults.allow(/status of 401/)
  const restaurant = await openRestaurant(address, { origin: stack.webUrl, sampleMenu: false })
  const login = await restaurant.hire('waiter')
  const [page, elsewhere] = [
    await openScreen({ baseURL: stack.webUrl }),
    await openScreen({ baseURL: stack.webUrl }),
  ]
  await signIn(page, login, '/account')
  await signIn(elsewhere, login, '/account')
  await expect(elsewhere.getByText(login.email)).toBeVisible()

  const wanted = `${randomUUID()}@example.com`
  await page.getByLabel(say('account.email.new')).fill(wanted)
  await page.getByRole('button', { name: say('account.email.submit') }).click()
  await expect(page.getByText(say('account.email.sent', { email: wanted }))).toBeVisible()
  expect(await mail.find(login.email, /Someone asked to change the email address of your account/)).not.toBe(
    '',
  )
  await page.goto(await mail.find(wanted, /https?:\/\/\S+#[\w-]{43}/))
  await page.getByRole('button', { name: say('auth.confirmEmail.submit') }).click()
  await page.getByRole('link', { name: say('auth.confirmEmail.account') }).click()
  await expect(page.getByText(wanted)).toBeVisible()

  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await elsewhere.getByLabel(say('auth.field.email')).fill(wanted)
  await elsewhere.getByLabel(say('auth.field.password'), { exact: true }).fill(login.password)
  await elsewhere.getByRole('button', { name: say('auth.signIn.submit') }).click()
  await expect(elsewhere.getByText(wanted)).toBeVisible()
})

test('a one-time code counts down, is locked by three wrong ones, and a new one is offered each time', async ({
  openScreen,
  address,
  faults,
}) => {
  // Wrong codes are answered with 400.
  faults.allow(/status of 400/)
  const restaurant = await openRestaurant(address, { origin: stack.webUrl })
  const page = await openScreen({ ...phone, baseURL: stack.webUrl })
  await page.clock.install()
  await sitDown(page, restaurant.table, 'Ana')
  await page.goto(`${restaurant.table.path}/orders`)
  await page.getByRole('button', { name: say('orders.history.open') }).click()
  const sheet = page.getByRole('dialog')
  const field = sheet.getByLabel(say('orders.history.code'))
  const again = sheet.getByRole('button', { name: say('orders.history.again') })
  const email = `${randomUUID()}@example.com`
  await sheet.getByLabel(say('orders.history.destination')).fill(email)
  await sheet.getByRole('button', { name: say('orders.history.send') }).click()
  await expect(sheet.getByText(/^(5:00|4:5[89]) left$/)).toBeVisible()
  const first = await mail.find(email, /\b\d{6}\b/)
  await page.clock.fastForward('04:00')
  await expect(sheet.getByText(/^0:\d\d left$/)).toBeVisible()
  await page.clock.fastForward('01:00')
  await expect(sheet.getByText(say('orders.history.fault.expired'))).toBeVisible()
  await expect(field).toHaveCount(0)

  await again.click()
  const second = await mail.find(email, /\b\d{6}\b/, first)
  const type = async (code: string) => {
    await field.fill(code)
    await sheet.getByRole('button', { name: say('orders.history.verify') }).click()
  }
  const wrong = second === '000000' ? '111111' : '000000'
  for (const _ of [1, 2]) {
    await type(wrong)
    await expect(sheet.getByText(say('orders.history.fault.wrong'))).toBeVisible()
    await expect(field).toHaveValue('')
  }
  await type(wrong)
  await expect(sheet.getByText(say('orders.history.fault.locked'))).toBeVisible()
  await expect(field).toHaveCount(0)

  await again.click()
  await type(await mail.find(email, /\b\d{6}\b/, second))
  await expect(sheet.getByText(/Ana, we know you by/)).toBeVisible()
})
