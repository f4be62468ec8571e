'use client'

import { unwrap } from '@repo/api-client'
import { otp } from '@repo/config/limits'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Served } from '@/components/plate/served.tsx'
import { Button } from '@/components/ui/button.tsx'
import { DigitsField } from '@/components/ui/digits-field.tsx'
import { EmptyState } from '@/components/ui/empty-state.tsx'
import { formatTimer } from '@/lib/live/format-timer.ts'
import { guestApi } from '@/stores/guest-session.ts'
import { type Fault, faultOf } from './fault-of.ts'

type EnterCodeProps = {
  otpRequestId: string
  /** By the page's monotonic clock. */
  endsAtMs: number
  destination: string
  isSending: boolean
  onAgain: () => void
  /** Back to the question for an address. */
  onOther: () => void
  onProven: () => void
}

/** The six digits and the time that is left for them. A locked or expired code can only be replaced by a new one. */
export function EnterCode({
  otpRequestId,
  endsAtMs,
  destination,
  isSending,
  onAgain,
  onOther,
  onProven,
}: EnterCodeProps) {
  const t = useTranslations('orders.history')
  const leftMs = useTimeLeft(endsAtMs)
  const [code, setCode] = useState('')
  const [fault, setFault] = useState<Fault>()
  const [misses, setMisses] = useState(0)
  const [busy, setBusy] = useState(false)
  const isOver = leftMs <= 0 || fault === 'locked' || fault === 'expired'

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setBusy(true)
    setFault(undefined)
    try {
      await unwrap(guestApi.customers.customer.auth.otp.verify.$post({ json: { otpRequestId, code } }))
      onProven()
    } catch (error) {
      setFault(missed(faultOf(error)))
      setCode('')
      setBusy(false)
    }
  }

  /** The last wrong code locks the request; the server would say so to the next one. */
  function missed(next: Fault): Fault {
    if (next !== 'wrong' && next !== 'destination') return next
    setMisses(misses + 1)
    return misses + 1 < otp.tries ? 'wrong' : 'locked'
  }

  if (isOver) {
    const end = fault === 'locked' ? 'locked' : 'expired'
    return (
      <div role="alert">
        <EmptyState
          level={3}
          className="py-2"
          picture={<Served />}
          title={t(`over.${end}`)}
          action={
            <Button busy={isSending} onClick={onAgain}>
              {t('again')}
            </Button>
          }
        >
          {t(`fault.${end}`)}
        </EmptyState>
      </div>
    )
  }

  return (
    <form className="grid grid-cols-1 gap-4" onSubmit={(event) => void submit(event)}>
      <p className="break-words text-muted-foreground" role="status">
        {t('sentTo', { destination })}
      </p>
      <DigitsField
        label={t('code')}
        aside={<span className="figures">{t('left', { time: formatTimer(leftMs) })}</span>}
        error={fault && t(`fault.${fault}`)}
        value={code}
        onValueChange={setCode}
      />
      <Button type="submit" size={60} busy={busy}>
        {t('verify')}
      </Button>
      <Button variant="line" onClick={onOther}>
        {t('other')}
      </Button>
    </form>
  )
}

function useTimeLeft(endsAtMs: number): number {
  const [leftMs, setLeftMs] = useState(() => endsAtMs - performance.now())
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(endsAtMs - performance.now()), 1_000)
    return () => clearInterval(timer)
  }, [endsAtMs])
  return Math.max(0, leftMs)
}
