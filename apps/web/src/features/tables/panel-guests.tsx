'use client'

import { Crown, ShieldAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Chip } from '@/components/ui/chip.tsx'
import { Person } from '@/components/ui/person.tsx'
import { Price } from '@/components/ui/price.tsx'
import { ConfirmVerb } from '@/lib/live/confirm-verb.tsx'
import { useLive } from '@/lib/live/live-branch.tsx'
import { VerbButton } from '@/lib/live/verb-button.tsx'
import { type GuestTotal, guestTotals, unnamedTotalMinor } from './guest-totals.ts'
import { PanelSection } from './panel-section.tsx'
import type { Session } from './table-tasks.ts'
import { moveGuest } from './table-verbs.ts'

type PanelGuestsProps = { session: Session; currency: string }

/** Who sits here and what each has ordered; letting in, refusing and sending away. */
export function PanelGuests({ session, currency }: PanelGuestsProps) {
  const t = useTranslations('tables')
  const [sending, setSending] = useState(false)
  const totals = guestTotals(session)
  const unnamedMinor = unnamedTotalMinor(session)
  const seated = totals.filter(({ guest }) => guest.state === 'active')
  const aside = seated.length > 0 && (
    <button
      type="button"
      className="type-hint min-h-11 px-2 underline underline-offset-3"
      aria-pressed={sending}
      onClick={() => setSending(!sending)}
    >
      {t(sending ? 'sendAway.stop' : 'sendAway.start')}
    </button>
  )
  return (
    <PanelSection title={t('guests')} aside={aside}>
      <ul>
        {totals.map((total) => (
          <GuestRow
            key={total.guest.id}
            {...total}
            sessionId={session.id}
            currency={currency}
            sending={sending}
          />
        ))}
        {unnamedMinor > 0 && (
          <li className="flex min-h-11 items-center justify-between gap-3">
            {t('unnamed')} <Price bare amountMinor={unnamedMinor} currency={currency} />
          </li>
        )}
      </ul>
    </PanelSection>
  )
}

type GuestRowProps = GuestTotal & { sessionId: string; currency: string; sending: boolean }

function GuestRow({ guest, totalMinor, allergyNotes, sessionId, currency, sending }: GuestRowProps) {
  const t = useTranslations('tables')
  const isHere = guest.state === 'active'
  const isAsking = guest.state === 'pending'
  return (
    <li className="grid gap-2 py-1.5">
      <div className="flex min-h-9 items-center gap-3">
        <Person name={guest.name} colour={guest.colour} size={32} />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1">
          <span className="[overflow-wrap:anywhere]" dir="auto">
            {guest.name}
          </span>
          {guest.isHost && isHere && (
            <Chip icon={<Crown size={14} strokeWidth={2.4} aria-hidden />}>{t('host')}</Chip>
          )}
          {!isHere && !isAsking && <Chip>{t(guest.state === 'evicted' ? 'sentAway' : 'left')}</Chip>}
          {allergyNotes.map((note) => (
            <Chip key={note} tone="danger" icon={<ShieldAlert size={15} strokeWidth={2.4} aria-hidden />}>
              <span className="sr-only">{t('allergy')}: </span>
              <span dir="auto">{note}</span>
            </Chip>
          ))}
        </span>
        {totalMinor > 0 && <Price bare className="type-price" amountMinor={totalMinor} currency={currency} />}
      </div>
      {isAsking && <Admission guest={guest} sessionId={sessionId} />}
      {sending && isHere && <SendAway guest={guest} sessionId={sessionId} />}
    </li>
  )
}

type GuestVerbProps = { guest: GuestTotal['guest']; sessionId: string }

function Admission({ guest, sessionId }: GuestVerbProps) {
  const t = useTranslations('tables.verb')
  const key = { branchId: useLive().branch.id, sessionId, guestId: guest.id }
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <VerbButton size={44} variant="line" work={() => moveGuest(key, 'refused')}>
        {t('refuse')}
      </VerbButton>
      <VerbButton size={44} work={() => moveGuest(key, 'active')}>
        {t('letIn')}
      </VerbButton>
    </div>
  )
}

function SendAway({ guest, sessionId }: GuestVerbProps) {
  const t = useTranslations('tables.sendAway')
  const key = { branchId: useLive().branch.id, sessionId, guestId: guest.id }
  return (
    <ConfirmVerb
      label={t('ask', { name: guest.name })}
      title={t('title', { name: guest.name })}
      verb={t('verb')}
      work={() => moveGuest(key, 'evicted')}
      className="justify-self-end"
    >
      <p>{t('body')}</p>
    </ConfirmVerb>
  )
}
