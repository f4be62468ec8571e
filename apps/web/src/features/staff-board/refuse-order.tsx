'use client'

import type { Order } from '@repo/schemas/contract'
import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'
import { refuseOrder } from '@/lib/live/staff-orders.ts'
import { useVerb } from '@/lib/live/use-verb.ts'

const longestReason = 140
const usualReasons = ['soldOut', 'closing', 'mistake'] as const

/** Refuses an order with a reason, which its guest reads. */
export function RefuseOrder({ order }: { order: Order }) {
  const t = useTranslations('staffBoard.refuse')
  const { id: branchId } = useLive().branch
  const { busy, run } = useVerb()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const formId = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await run(() => refuseOrder({ branchId, orderId: order.id }, reason))
    setOpen(false)
  }
  const actions = (
    <>
      <Button variant="line" size={44} onClick={() => setOpen(false)}>
        {t('keep')}
      </Button>
      <Button variant="danger" size={44} type="submit" form={formId} busy={busy}>
        {t('verb')}
      </Button>
    </>
  )
  return (
    <>
      <Button variant="line" size={44} onClick={() => setOpen(true)}>
        {t('ask')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('title', { table: order.tableLabel })}
        actions={actions}
      >
        <form id={formId} className="grid gap-3" onSubmit={(event) => void submit(event)}>
          <div className="flex flex-wrap gap-2">
            {usualReasons.map((key) => (
              <Button key={key} variant="quiet" size={44} onClick={() => setReason(t(`reason.${key}`))}>
                {t(`reason.${key}`)}
              </Button>
            ))}
          </div>
          <Field label={t('label')} hint={t('hint')}>
            {(control) => (
              <Textarea
                {...control}
                required
                rows={2}
                maxLength={longestReason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </form>
      </Dialog>
    </>
  )
}
