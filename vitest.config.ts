import { configDefaults, defineConfig } from 'vitest/config'

const integration = '**/*.int.test.ts'

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, '**/.next/**', '**/dist/**'],
    projects: [
      { test: { name: 'unit', include: ['**/*.test.ts'], exclude: [integration] } },
      {
        test: {
          name: 'integration',
          include: [integration],
          globalSetup: ['packages/stack/src/vitest-postgres.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
