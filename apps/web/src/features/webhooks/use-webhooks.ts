'use client'

import { unwrap } from '@repo/api-client'
import type { CreateWebhookInput, UpdateWebhookInput } from '@repo/schemas/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { staffApi } from '@/lib/staff/staff-session.ts'
import { usePages } from '@/lib/use-pages.ts'

const route = staffApi.webhooks.branches[':branchId'].webhooks

// Apart from the list's key: what was just removed is not asked for again.
const deliveriesKey = (branchId: string, webhookId: string) => ['webhook-deliveries', branchId, webhookId]

/** The branch's webhooks, and everything that can be done to one. */
export function useWebhooks(branchId: string) {
  const queries = useQueryClient()
  const listKey = ['webhooks', branchId]
  const reload = () => queries.invalidateQueries({ queryKey: listKey })
  const at = (webhookId: string) => ({ param: { branchId, webhookId } })

  return {
    list: useQuery({ queryKey: listKey, queryFn: () => unwrap(route.$get({ param: { branchId } })) }),
    create: useMutation({
      mutationFn: (json: CreateWebhookInput) => unwrap(route.$post({ param: { branchId }, json })),
      onSuccess: reload,
    }),
    update: useMutation({
      mutationFn: ({ id, ...json }: UpdateWebhookInput & { id: string }) =>
        unwrap(route[':webhookId'].$patch({ ...at(id), json })),
      onSuccess: reload,
    }),
    remove: useMutation({
      mutationFn: (id: string) => unwrap(route[':webhookId'].$delete(at(id))),
      onSuccess: reload,
    }),
    rotate: useMutation({ mutationFn: (id: string) => unwrap(route[':webhookId'].secret.$post(at(id))) }),
    test: useMutation({
      mutationFn: (id: string) => unwrap(route[':webhookId'].test.$post(at(id))),
      onSettled: (_answer, _error, id) =>
        queries.invalidateQueries({ queryKey: deliveriesKey(branchId, id) }),
    }),
  }
}

/** What was sent to one webhook, newest first; looked at anew every few seconds while it is shown. */
export const useDeliveries = (branchId: string, webhookId: string) =>
  usePages({
    queryKey: deliveriesKey(branchId, webhookId),
    load: (query) => unwrap(route[':webhookId'].deliveries.$get({ param: { branchId, webhookId }, query })),
    refetchInterval: 5_000,
  })
