import type { Browser, Page } from '@playwright/test'
import { orderADish } from './order-a-dish.ts'
import { phone } from './phone.ts'
import { atMost, type Row } from './row.ts'
import { watchScripts } from './script-bytes.ts'

type Addresses = { blankUrl: string; menuUrl: string }

/** JavaScript that a diner's phone loads beyond what an empty page of the same Next needs. */
export async function measureScripts(browser: Browser, { blankUrl, menuUrl }: Addresses): Promise<Row[]> {
  const blank = await loadFresh(browser, async (page) => {
    const bytes = watchScripts(page)
    await page.goto(blankUrl)
    return bytes()
  })
  const menu = await loadFresh(browser, async (page) => {
    const bytes = watchScripts(page)
    await page.goto(menuUrl)
    const first = await bytes()
    await orderADish(page)
    return { first, journey: await bytes() }
  })
  const beyond = (what: string, goal: number, bytes: number) =>
    atMost(
      `diner's JavaScript beyond the empty page, gzip, ${what}`,
      goal,
      (bytes - blank) / 1_000,
      ' kB',
      `${kilobytes(bytes)} − ${kilobytes(blank)}`,
    )
  return [beyond('menu', 30, menu.first), beyond('whole journey', 70, menu.journey)]
}

const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1)

/** A phone that has never been here. */
async function loadFresh<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(phone)
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}
