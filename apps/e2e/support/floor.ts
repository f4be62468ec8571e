import type { Locator, Page } from '@playwright/test'
import { say } from './messages.ts'

/** A table as it stands on the floor plan. */
export const floorTable = (page: Page, label: string): Locator =>
  page
    .getByRole('list', { name: say('tables.floor') })
    .getByRole('button', { name: new RegExp(`^${say('tables.table', { label })}\\b`) })

/** Everything about a table, beside the floor. */
export async function openTable(page: Page, label: string): Promise<Locator> {
  await floorTable(page, label).click()
  return page.getByRole('region', { name: say('tables.table', { label }) })
}
