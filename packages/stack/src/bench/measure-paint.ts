import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { phone } from './phone.ts'
import { atMost, type Row } from './row.ts'
import { median } from './statistics.ts'

const rounds = 7
const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const slowCpu = { rate: 4 }
const patienceMs = 60_000

/** When a hungry person on a slow phone can read the first dish and its price, against an empty page's first paint. */
export async function measurePaint(
  browser: Browser,
  { blankUrl, menuUrl }: { blankUrl: string; menuUrl: string },
): Promise<Row> {
  await dishPaintMs(browser, menuUrl)
  const paints: { blank: number; dish: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    paints.push({
      blank: await firstPaintMs(browser, blankUrl),
      dish: await dishPaintMs(browser, menuUrl),
    })
  }
  const middle = (which: 'blank' | 'dish') => Math.round(median(paints.map((paint) => paint[which])))
  return atMost(
    "first dish's name and price painted ÷ empty page's first paint",
    1.5,
    median(paints.map(({ blank, dish }) => dish / blank)),
    '',
    `${middle('dish')} ms ÷ ${middle('blank')} ms`,
  )
}

const firstPaintMs = (browser: Browser, url: string): Promise<number> =>
  onSlowPhone(browser, async (page) => {
    await page.goto(url, { timeout: patienceMs })
    return page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
    )
  })

const dishPaintMs = (browser: Browser, url: string): Promise<number> =>
  onSlowPhone(browser, async (page) => {
    await page.addInitScript({ path: join(import.meta.dirname, 'watch-first-dish.js') })
    await page.goto(url, { timeout: patienceMs, waitUntil: 'commit' })
    const painted = await page.waitForFunction(() => (globalThis as Watched).firstDishPaintMs, null, {
      timeout: patienceMs,
    })
    return (await painted.jsonValue()) ?? Number.NaN
  })

type Watched = typeof globalThis & { firstDishPaintMs?: number }

/** A phone that has never been here, on a slow network, with a quarter of this machine's speed. */
async function onSlowPhone<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext(phone)
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', slowNetwork)
    await devtools.send('Emulation.setCPUThrottlingRate', slowCpu)
    return await work(page)
  } finally {
    await context.close()
  }
}
