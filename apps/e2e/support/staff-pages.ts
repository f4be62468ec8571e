import type { Locator, Page } from '@playwright/test'
import { say } from './messages.ts'

/** The dashboard's pages, each with what shows that it has loaded. */
export const staffPages: Record<string, (page: Page) => Locator> = {
  '/tables': (page) => page.getByRole('list', { name: say('tables.floor') }),
  '/orders': (page) => page.getByRole('main').getByRole('article').first(),
  '/menu': (page) => page.getByRole('heading', { level: 3 }).first(),
  '/account': (page) => page.getByText(say('account.signIns.current')),
  '/team': (page) => page.getByRole('main').getByRole('listitem').first(),
  '/settings': (page) => page.getByLabel(say('settings.branch.name')),
  '/settings/webhooks': (page) => page.getByRole('heading', { name: say('webhooks.new') }),
  '/devices': (page) => page.getByText(say('settings.devices.none')),
  '/qr-codes': (page) => page.getByRole('main').getByRole('img').first(),
}
