import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The production containers through Caddy, which signs for localhost itself: the ordering loop, then what disturbs them. */
export default defineConfig({
  ...base,
  testDir: './compose',
  outputDir: './test-results/compose',
  timeout: 120_000,
  workers: 1,
  fullyParallel: false,
  projects: [
    { name: 'loop', testMatch: /ordering-loop/ },
    { name: 'surface', testIgnore: /ordering-loop/ },
  ],
  use: { ...base.use, ignoreHTTPSErrors: true },
})
