import { defineConfig } from '@playwright/test'
import base from './playwright.config.ts'

/** The ordering loop through Caddy, on the production containers. Caddy signs for localhost itself. */
export default defineConfig({
  ...base,
  testDir: './compose',
  outputDir: './test-results/compose',
  timeout: 120_000,
  workers: 1,
  fullyParallel: false,
  use: { ...base.use, ignoreHTTPSErrors: true },
})
