'use client'

import { unwrap } from '@repo/api-client'
import type { CreateWebhookInput, UpdateWebhookInput } from '@repo/schemas/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { staffApi } from '@/lib/staff/staff-session.ts'

const route = staffApi.webhooks.branches[':branchId'].webhooks

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
      onSettled: reload,
    }),
  }
}

/** What was sent last to one webhook; looked at anew every few seconds while it is shown. */
export const useDeliveries = (branchId: string, webhookId: string) =>
  useQuery({
    queryKey: ['webhooks', branchId, webhookId],
    queryFn: () => unwrap(route[':webhookId'].deliveries.$get({ param: { branchId, webhookId } })),
    refetchInterval: 5_000,
  })
