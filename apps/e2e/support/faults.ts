import { type BrowserContext, expect } from '@playwright/test'

/** Collects what goes wrong in the pages of a test, so that it cannot pass unnoticed. */
export function createFaults() {
  const seen: string[] = []
  // The machine's own networks come and go, which is not a fault of the page.
  const allowed = [/ERR_NETWORK_CHANGED/]
  return {
    watch(context: BrowserContext): void {
      context.on('weberror', (fault) =>
        seen.push(`page error: ${fault.error().stack ?? fault.error().message}`),
      )
      context.on('console', (message) => {
        if (message.type() === 'error') seen.push(`${message.text()} ${message.location().url}`.trim())
      })
    },
    /** This test provokes faults like this one. */
    allow(pattern: RegExp): void {
      allowed.push(pattern)
    },
    expectNone(): void {
      expect(seen.filter((fault) => !allowed.some((pattern) => pattern.test(fault)))).toEqual([])
    },
  }
}
