import { unwrap } from '@repo/api-client'
import type { Order } from '@repo/schemas/contract'
import { staffApi } from '../staff/staff-session.ts'
import type { LineMove } from './line-moves.ts'

type OrderKey = { branchId: string; orderId: string }

const order = staffApi.orders.branches[':branchId'].orders[':orderId']

export const readOrder = (param: OrderKey): Promise<Order> => unwrap(order.$get({ param, query: {} }))

export const confirmOrder = (param: OrderKey): Promise<Order> =>
  unwrap(order.confirm.$post({ param, query: {} }))

export const refuseOrder = (param: OrderKey, reason: string): Promise<Order> =>
  unwrap(order.refuse.$post({ param, query: {}, json: { reason } }))

/** All moves or none. @throws ApiProblem with CONFLICT when a colleague was first */
export const moveLines = (param: OrderKey, moves: LineMove[]): Promise<Order> =>
  unwrap(order.moves.$post({ param, query: {}, json: { moves } }))

/** Moves that take out everything that stands at the pass. */
export const serveMoves = ({ lines }: Pick<Order, 'lines'>): LineMove[] =>
  lines.flatMap(({ id, state }) =>
    state === 'ready' ? [{ lineId: id, from: state, to: 'served' as const }] : [],
  )
