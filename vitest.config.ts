import { defineConfig } from 'vitest/config'

const sources = ['packages/**/src/**', 'apps/api/src/**', 'apps/web/src/**', 'apps/web/scripts/**']
const tests = sources.map((folder) => `${folder}/*.test.ts`)
const integration = sources.map((folder) => `${folder}/*.int.test.ts`)

/** Two kinds of tests: `unit` needs nothing, `integration` gets a real PostgreSQL. */
export default defineConfig({
  resolve: { alias: { '@': new URL('./apps/web/src', import.meta.url).pathname } },
  test: {
    allowOnly: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: tests, exclude: ['**/node_modules/**', ...integration] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/stack/src/vitest-postgres.ts'],
          maxWorkers: 2,
        },
      },
    ],
  },
})
