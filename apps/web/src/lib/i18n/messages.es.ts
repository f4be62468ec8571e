import account from '../../../messages/es/account.json'
import auth from '../../../messages/es/auth.json'
import cart from '../../../messages/es/cart.json'
import common from '../../../messages/es/common.json'
import errors from '../../../messages/es/errors.json'
import kitchen from '../../../messages/es/kitchen.json'
import landing from '../../../messages/es/landing.json'
import menu from '../../../messages/es/menu.json'
import orders from '../../../messages/es/orders.json'
import settings from '../../../messages/es/settings.json'
import staffBoard from '../../../messages/es/staff-board.json'
import tableSession from '../../../messages/es/table-session.json'
import tables from '../../../messages/es/tables.json'
import webhooks from '../../../messages/es/webhooks.json'

import type { messages as english } from './messages.en.ts'

export const messages: typeof english = {
  common,
  menu,
  tableSession,
  cart,
  orders,
  kitchen,
  staffBoard,
  tables,
  settings,
  account,
  auth,
  errors,
  landing,
  webhooks,
}
