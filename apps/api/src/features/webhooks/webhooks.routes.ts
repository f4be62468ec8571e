import {
  BranchPath,
  CreateWebhookInput,
  Empty,
  PageQuery,
  UpdateWebhookInput,
  Webhook,
  WebhookDeliveries,
  WebhookDelivery,
  WebhookList,
  WebhookPath,
  WebhookWithSecret,
} from '@repo/schemas/contract'
import { Hono } from 'hono'
import type { AppEnv } from '../../http/app-env.ts'
import { staffCtx } from '../../http/ctx.ts'
import { endpoint, reply } from '../../http/endpoint.ts'
import { createWebhook } from './create-webhook.ts'
import { deleteWebhook } from './delete-webhook.ts'
import { listDeliveries } from './list-deliveries.ts'
import { listWebhooks } from './list-webhooks.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { testWebhook } from './test-webhook.ts'
import { updateWebhook } from './update-webhook.ts'

const guard = 'webhook:manage'

export const webhookRoutes = new Hono<AppEnv>()
  .get(
    '/branches/:branchId/webhooks',
    endpoint({
      summary: 'Where this branch’s events are sent',
      guard,
      limit: 'staffRead',
      params: BranchPath,
      returns: WebhookList,
    }),
    async (c) => reply(c, await listWebhooks(staffCtx(c))),
  )
  .post(
    '/branches/:branchId/webhooks',
    endpoint({
      summary: 'Send events to your own system; the answer shows the secret once',
      guard,
      limit: 'staffCallOut',
      params: BranchPath,
      json: CreateWebhookInput,
      returns: WebhookWithSecret,
      status: 201,
    }),
    async (c) => reply(c, await createWebhook(staffCtx(c), c.req.valid('json'))),
  )
  .patch(
    '/branches/:branchId/webhooks/:webhookId',
    endpoint({
      summary: 'Change, pause or resume a webhook',
      guard,
      limit: 'staffCallOut',
      params: WebhookPath,
      json: UpdateWebhookInput,
      returns: Webhook,
    }),
    async (c) =>
      reply(c, await updateWebhook(staffCtx(c), c.req.valid('param').webhookId, c.req.valid('json'))),
  )
  .delete(
    '/branches/:branchId/webhooks/:webhookId',
    endpoint({
      summary: 'Remove a webhook and its deliveries',
      guard,
      limit: 'staffWrite',
      params: WebhookPath,
      returns: Empty,
    }),
    async (c) => reply(c, await deleteWebhook(staffCtx(c), c.req.valid('param').webhookId)),
  )
  .post(
    '/branches/:branchId/webhooks/:webhookId/secret',
    endpoint({
      summary: 'Create a new secret, shown once; the old one keeps signing for a day',
      guard,
      limit: 'staffWrite',
      params: WebhookPath,
      returns: WebhookWithSecret,
    }),
    async (c) => reply(c, await rotateWebhookSecret(staffCtx(c), c.req.valid('param').webhookId)),
  )
  .post(
    '/branches/:branchId/webhooks/:webhookId/test',
    endpoint({
      summary: 'Send a ping now and report how it was answered',
      guard,
      limit: 'staffCallOut',
      params: WebhookPath,
      returns: WebhookDelivery,
    }),
    async (c) => reply(c, await testWebhook(staffCtx(c), c.req.valid('param').webhookId)),
  )
  .get(
    '/branches/:branchId/webhooks/:webhookId/deliveries',
    endpoint({
      summary: 'The deliveries of a webhook, newest first',
      guard,
      limit: 'staffRead',
      params: WebhookPath,
      query: PageQuery,
      returns: WebhookDeliveries,
    }),
    async (c) =>
      reply(c, await listDeliveries(staffCtx(c), c.req.valid('param').webhookId, c.req.valid('query'))),
  )
