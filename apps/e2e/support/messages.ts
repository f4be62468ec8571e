import { createTranslator } from 'next-intl'
import account from '../../web/messages/en/account.json' with { type: 'json' }
import auth from '../../web/messages/en/auth.json' with { type: 'json' }
import cart from '../../web/messages/en/cart.json' with { type: 'json' }
import common from '../../web/messages/en/common.json' with { type: 'json' }
import errors from '../../web/messages/en/errors.json' with { type: 'json' }
import kitchen from '../../web/messages/en/kitchen.json' with { type: 'json' }
import landing from '../../web/messages/en/landing.json' with { type: 'json' }
import menu from '../../web/messages/en/menu.json' with { type: 'json' }
import orders from '../../web/messages/en/orders.json' with { type: 'json' }
import settings from '../../web/messages/en/settings.json' with { type: 'json' }
import staffBoard from '../../web/messages/en/staff-board.json' with { type: 'json' }
import tableSession from '../../web/messages/en/table-session.json' with { type: 'json' }
import tables from '../../web/messages/en/tables.json' with { type: 'json' }
import webhooks from '../../web/messages/en/webhooks.json' with { type: 'json' }
import commonEs from '../../web/messages/es/common.json' with { type: 'json' }
import menuEs from '../../web/messages/es/menu.json' with { type: 'json' }

/** Asking for a text that the app does not have is a mistake in the test. */
function onError(error: Error): never {
  throw error
}

const english = {
  account,
  auth,
  cart,
  common,
  errors,
  kitchen,
  landing,
  menu,
  orders,
  settings,
  staffBoard,
  tableSession,
  tables,
  webhooks,
}

/** What the app says in English: `say('kitchen.allReady')`. */
export const say = createTranslator({ locale: 'en', messages: english, onError })

/** What a guest reads in Spanish. */
export const decir = createTranslator({ locale: 'es', messages: { common: commonEs, menu: menuEs }, onError })
