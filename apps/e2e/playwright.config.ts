import { defineConfig } from '@playwright/test'

const executablePath = process.env.E2E_CHROMIUM

/** Journeys against the production build; the stack is started by `pnpm test`, which passes its address. */
export default defineConfig({
  testDir: './journeys',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? 'test-results/report.json' }],
  ],
  use: {
    baseURL: process.env.E2E_BASE_URL ?? 'http://localhost:3000',
    locale: 'en-GB',
    trace: 'retain-on-failure',
    video: 'off',
    launchOptions: executablePath ? { executablePath } : {},
  },
})
