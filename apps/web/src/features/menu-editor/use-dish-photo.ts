'use client'

import { unwrap } from '@repo/api-client'
import type { StaffDish } from '@repo/schemas/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from '@/components/ui/toast-store.ts'
import { replaceDish } from '@/lib/replace-dish.ts'
import { staffApi } from '@/lib/staff/staff-session.ts'
import { type PhotoFault, photoFault } from './photo-fault.ts'
import { sendPhoto } from './send-photo.ts'
import { shrinkPhoto } from './shrink-photo.ts'

type Options = { branchId: string; dish: StaffDish; name: string; onDone: () => void }

/** Sends or removes a dish's photo: how far it is, and why it was not taken. */
export function useDishPhoto({ branchId, dish, name, onDone }: Options) {
  const t = useTranslations('settings.menu.photo')
  const queries = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const [fault, setFault] = useState<PhotoFault | null>(null)
  const settle = (message: string) => ({
    onMutate: () => setFault(null),
    onSuccess: (changed: StaffDish) => {
      queries.setQueryData(['menu', branchId], replaceDish(changed))
      toast({ message })
      onDone()
    },
    onError: (error: unknown) => setFault(photoFault(error)),
    onSettled: () => setShare(null),
  })
  const send = useMutation({
    mutationFn: async (file: File) => {
      setShare(0)
      return sendPhoto({ branchId, dishId: dish.id, file: await shrinkPhoto(file), onProgress: setShare })
    },
    ...settle(t('saved', { dish: name })),
  })
  const remove = useMutation({
    mutationFn: () =>
      unwrap(
        staffApi.media.branches[':branchId'].dishes[':dishId'].picture.$delete({
          param: { branchId, dishId: dish.id },
        }),
      ),
    ...settle(t('removed', { dish: name })),
  })
  return {
    share,
    fault,
    busy: send.isPending || remove.isPending,
    send: send.mutate,
    remove: () => remove.mutate(),
    reset: () => setFault(null),
  }
}
