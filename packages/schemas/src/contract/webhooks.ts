import { z } from 'zod'
import { webhookKinds } from '../rules/index.ts'
import { Id, Instant, NextPage } from './primitives.ts'

export const WebhookKind = z.enum(webhookKinds)
export type WebhookKind = z.infer<typeof WebhookKind>

/** `failing`: too many attempts failed in a row, so it is disabled until somebody turns it on again. */
export const WebhookState = z.enum(['active', 'paused', 'failing'])

export const Webhook = z.strictObject({
  id: Id,
  url: z.string(),
  kinds: z.array(WebhookKind),
  state: WebhookState,
  createdAt: Instant,
})
export type Webhook = z.infer<typeof Webhook>

export const WebhookList = z.strictObject({ webhooks: z.array(Webhook) })
export type WebhookList = z.infer<typeof WebhookList>

/** The only answer that shows the secret. */
export const WebhookWithSecret = z.strictObject({ webhook: Webhook, secret: z.string() })
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>

const WebhookUrl = z.url({ protocol: /^https?$/ }).max(2_048)
const WebhookKinds = z
  .array(WebhookKind)
  .min(1)
  .max(webhookKinds.length)
  .refine((kinds) => new Set(kinds).size === kinds.length, { error: 'names an event twice' })

export const CreateWebhookInput = z.strictObject({ url: WebhookUrl, kinds: WebhookKinds })
export type CreateWebhookInput = z.infer<typeof CreateWebhookInput>

export const UpdateWebhookInput = z
  .strictObject({
    url: WebhookUrl.optional(),
    kinds: WebhookKinds.optional(),
    state: z.enum(['active', 'paused']).optional(),
  })
  .refine((webhook) => Object.keys(webhook).length > 0, { error: 'names nothing to change' })
export type UpdateWebhookInput = z.infer<typeof UpdateWebhookInput>

export const WebhookDelivery = z.strictObject({
  id: Id,
  eventId: z.string(),
  kind: z.enum(['ping', ...webhookKinds]),
  state: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  /** The status that the last attempt was answered with; null when there was no answer. */
  lastStatus: z.int().nullable(),
  /** Code of what prevented an answer to the last attempt. */
  lastError: z.string().nullable(),
  createdAt: Instant,
  /** While it is pending. */
  nextAttemptAt: Instant.nullable(),
  endedAt: Instant.nullable(),
})
export type WebhookDelivery = z.infer<typeof WebhookDelivery>

export const WebhookDeliveries = z.strictObject({ deliveries: z.array(WebhookDelivery), next: NextPage })
export type WebhookDeliveries = z.infer<typeof WebhookDeliveries>

export const WebhookPath = z.strictObject({ branchId: Id, webhookId: Id })
