import common from '../../../messages/en/common.json'
import menu from '../../../messages/en/menu.json'
import tableSession from '../../../messages/en/table-session.json'
import cart from '../../../messages/en/cart.json'
import orders from '../../../messages/en/orders.json'
import kitchen from '../../../messages/en/kitchen.json'
import staffBoard from '../../../messages/en/staff-board.json'
import tables from '../../../messages/en/tables.json'
import settings from '../../../messages/en/settings.json'
import auth from '../../../messages/en/auth.json'
import errors from '../../../messages/en/errors.json'

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
  auth,
  errors,
}
