'use client'

import { useLocale, useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip.tsx'
import { formatMoney } from '@/lib/format-money.ts'
import { ConfirmVerb } from '@/lib/live/confirm-verb.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'
import type { Session } from './table-tasks.ts'
import { closeSession } from './table-verbs.ts'

type CloseTableProps = { session: Session; label: string; currency: string }

/** Ends the table's session; there is no way back, so it says first what that means. */
export function CloseTable({ session, label, currency }: CloseTableProps) {
  const t = useTranslations('tables.close')
  const locale = useLocale()
  const { id: branchId } = useLive().branch
  const guests = session.guests.filter(({ state }) => state === 'active' || state === 'pending').length
  const onTheWay = session.orders
    .flatMap(({ dishes }) => dishes)
    .filter(({ state }) => state !== 'served' && state !== 'cancelled')
    .reduce((sum, { quantity }) => sum + quantity, 0)
  const total = formatMoney({ amountMinor: session.totalMinor, currency, locale })
  return (
    <div className="grid border-t py-4">
      <ConfirmVerb
        label={t('ask')}
        title={t('title', { label })}
        verb={t('verb')}
        work={() => closeSession({ branchId, sessionId: session.id })}
      >
        <p>{t('body', { guests, total })}</p>
        {onTheWay > 0 && <Strip tone="danger">{t('onTheWay', { count: onTheWay })}</Strip>}
      </ConfirmVerb>
    </div>
  )
}
