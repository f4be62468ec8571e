import { defineConfig } from 'vitest/config'

const sources = ['packages/**/src/**', 'apps/api/src/**', 'apps/web/src/**', 'apps/web/scripts/**']
const tests = sources.map((folder) => `${folder}/*.test.ts`)
const integration = sources.map((folder) => `${folder}/*.int.test.ts`)
const proofs = sources.map((folder) => `${folder}/*.proof.test.ts`)

/** `unit` needs nothing, `integration` gets a real PostgreSQL; `proof` does too and takes too long for every run. */
export default defineConfig({
  resolve: { alias: { '@': new URL('./apps/web/src', import.meta.url).pathname } },
  test: {
    allowOnly: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // Waiting for other processes may take a second, and longer on a busy machine.
    expect: { poll: { timeout: 15_000 } },
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: tests, exclude: ['**/node_modules/**', ...integration, ...proofs] },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: integration,
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/stack/src/postgres/vitest-postgres.ts'],
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'proof',
          include: proofs,
          exclude: ['**/node_modules/**'],
          globalSetup: ['packages/stack/src/postgres/vitest-postgres.ts'],
          maxWorkers: 1,
        },
      },
    ],
  },
})
