import { randomInt } from 'node:crypto'
import { type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import { createFaults } from './faults.ts'
import { openRestaurant, type Restaurant, type RestaurantOptions } from './restaurant.ts'

type Fixtures = {
  /** The network address that this test comes from, so that the limits of one test never affect another. */
  address: string
  /** Console errors and page errors fail a test unless it says that it provokes them. */
  faults: ReturnType<typeof createFaults>
  openRestaurant: (options?: RestaurantOptions) => Promise<Restaurant>
  restaurant: Restaurant
  /** A page of another person, in a browser profile of its own. */
  openScreen: (options?: BrowserContextOptions) => Promise<Page>
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
  address: async ({}, use) => {
    await use(`10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}`)
  },
  extraHTTPHeaders: async ({ address }, use) => {
    await use({ 'x-forwarded-for': address })
  },
  faults: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter
    async ({}, use) => {
      const faults = createFaults()
      await use(faults)
      faults.expectNone()
    },
    { auto: true },
  ],
  context: async ({ context, faults }, use) => {
    faults.watch(context)
    await use(context)
  },
  openRestaurant: async ({ address }, use) => {
    await use((options) => openRestaurant(address, options))
  },
  restaurant: async ({ openRestaurant }, use) => {
    await use(await openRestaurant())
  },
  openScreen: async ({ browser, faults }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = []
    await use(async (options) => {
      const context = await browser.newContext(options)
      contexts.push(context)
      faults.watch(context)
      return context.newPage()
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

export { expect } from '@playwright/test'
