import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema:
    './src/schema/{organizations,customers,devices,identity,menu,tables,orders,journal,jobs,webhooks}.ts',
  out: './migrations',
  casing: 'snake_case',
})
