import { checkPassword } from '@repo/auth'
import { BranchSlug, CreateTableInput, Email, TableCode } from '@repo/schemas/contract'
import { expect, it } from 'vitest'
import { demoOrganizations, demoPassword } from './demo-organizations.ts'

const branches = demoOrganizations.flatMap((organization) => organization.branches)
const tables = branches.flatMap((branch) => branch.tables)
const accounts = demoOrganizations.flatMap((organization) => organization.accounts)

it('the demo password passes the rules for every demo account', () => {
  for (const { email, name } of accounts) expect(checkPassword(demoPassword, [email, name])).toEqual([])
})

it('every role has an account, and none has a real mail address', () => {
  expect(new Set(accounts.map(({ role }) => role)).size).toBe(5)
  for (const { email } of accounts) expect(Email.parse(email)).toMatch(/\.test$/)
})

it('slugs, tables and stickers fit the contract, and no sticker is used twice', () => {
  for (const { slug } of branches) expect(BranchSlug.parse(slug)).toBe(slug)
  for (const { code, ...table } of tables) {
    expect(TableCode.parse(code)).toBe(code)
    expect(CreateTableInput.parse(table)).toEqual(table)
  }
  expect(new Set(tables.map(({ code }) => code)).size).toBe(tables.length)
})

it('one organization has two branches, and prices and taxes differ between the two', () => {
  expect(demoOrganizations.map((organization) => organization.branches.length)).toEqual([2, 1])
  expect(branches.map(({ currency, taxMode }) => [currency, taxMode])).toEqual([
    ['PEN', 'inclusive'],
    ['PEN', 'inclusive'],
    ['USD', 'exclusive'],
  ])
})
