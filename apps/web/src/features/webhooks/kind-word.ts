import type { WebhookDelivery } from '@repo/schemas/contract'

type Kind = WebhookDelivery['kind']
type Word = Kind extends infer K ? (K extends `order.${infer W}` ? W : K) : never

/** Key of the message that names an event; dots would nest. */
export const kindWord = (kind: Kind): Word => kind.replace('order.', '') as Word
