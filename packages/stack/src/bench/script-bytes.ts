import type { Page, Request } from '@playwright/test'

/** Adds up the JavaScript files that a page gets, as compressed as they are sent; each file once. */
export function watchScripts(page: Page): () => Promise<number> {
  const scripts = new Map<string, Request>()
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script' && !scripts.has(request.url()))
      scripts.set(request.url(), request)
  })
  return async () => {
    await page.waitForLoadState('networkidle')
    const sizes = await Promise.all(Array.from(scripts.values(), (request) => request.sizes()))
    return sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  }
}
