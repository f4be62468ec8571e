import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: './src/schema/{organizations,menu,tables,orders,journal,webhooks}.ts',
  out: './migrations',
  casing: 'snake_case',
})
