'use client'

import type { ProblemCode } from '@repo/api-client'
import { CircleAlert, WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Strip } from '@/components/ui/strip.tsx'
import type { Sending } from './sending-store.ts'

/** How the sending stands, honestly: on its way, not there yet, or refused and why. */
export function SendingNews({ sending, count }: { sending: Sending; count: number }) {
  const t = useTranslations('cart.sending')
  if (sending.step === 'waiting' || sending.step === 'stuck') {
    return (
      <div className="grid gap-2 pb-3">
        <Strip
          tone={sending.step === 'stuck' ? 'danger' : 'warning'}
          urgent
          icon={<WifiOff size={22} />}
          lead={t('notSent')}
        >
          {t(sending.step === 'stuck' ? 'stuck' : 'retrying')}
        </Strip>
        <p className="text-muted-foreground">{t('safe', { count })}</p>
      </div>
    )
  }
  if (sending.step !== 'refused') return null
  const { code } = sending.problem
  return (
    <Strip
      tone={isMild(code) ? 'warning' : 'danger'}
      urgent
      icon={<CircleAlert size={22} />}
      lead={t(`refused.${wordsOf(code)}.lead`)}
      className="mb-3"
    >
      {t(`refused.${wordsOf(code)}.body`)}
    </Strip>
  )
}

const worded = [
  'PRICE_CHANGED',
  'SOLD_OUT',
  'SESSION_CLOSED',
  'ORDERING_PAUSED',
  'BRANCH_CLOSED',
  'TABLE_ORDER_LIMIT',
  'GUEST_PENDING',
] as const
type Worded = (typeof worded)[number]

/** Codes that mean the same to a guest share their words. */
function wordsOf(code: ProblemCode): Worded | 'other' {
  if (code === 'DISH_UNAVAILABLE' || code.startsWith('MODIFIER_')) return 'SOLD_OUT'
  if (code.startsWith('TOKEN_')) return 'SESSION_CLOSED'
  return worded.find((known) => known === code) ?? 'other'
}

/** Nothing went wrong: the guest only has to look again. */
const isMild = (code: ProblemCode): boolean =>
  wordsOf(code) === 'PRICE_CHANGED' || wordsOf(code) === 'SOLD_OUT'
