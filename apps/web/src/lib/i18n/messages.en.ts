import account from '../../../messages/en/account.json'
import auth from '../../../messages/en/auth.json'
import cart from '../../../messages/en/cart.json'
import common from '../../../messages/en/common.json'
import errors from '../../../messages/en/errors.json'
import kitchen from '../../../messages/en/kitchen.json'
import landing from '../../../messages/en/landing.json'
import menu from '../../../messages/en/menu.json'
import orders from '../../../messages/en/orders.json'
import settings from '../../../messages/en/settings.json'
import staffBoard from '../../../messages/en/staff-board.json'
import tableSession from '../../../messages/en/table-session.json'
import tables from '../../../messages/en/tables.json'
import webhooks from '../../../messages/en/webhooks.json'

export const messages = {
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
