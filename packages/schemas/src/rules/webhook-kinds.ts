/** Events that a restaurant's own systems may be told of. */
export const webhookKinds = ['order.placed', 'order.confirmed', 'order.refused', 'order.lines_moved'] as const
