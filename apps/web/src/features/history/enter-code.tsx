'use client'

import { unwrap } from '@repo/api-client'
import { otp } from '@repo/config/limits'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
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
  onProven: () => void
}

/** The six digits and the time that is left for them. A locked or late code leaves nothing but asking for a new one. */
export function EnterCode({
  otpRequestId,
  endsAtMs,
  destination,
  isSending,
  onAgain,
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

  if (isOver)
    return (
      <div className="grid gap-4">
        <p role="alert" className="text-danger-text">
          {t(`fault.${fault === 'locked' ? 'locked' : 'expired'}`)}
        </p>
        <Button busy={isSending} onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    )

  return (
    <form className="grid gap-4" onSubmit={(event) => void submit(event)}>
      <p className="text-muted-foreground" role="status">
        {t('sentTo', { destination })}
      </p>
      <TextField
        label={t('code')}
        hint={t('left', { time: formatTimer(leftMs) })}
        error={fault && t(`fault.${fault}`)}
        required
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="\d{6}"
        maxLength={6}
        value={code}
        onChange={(event) => setCode(event.target.value.replaceAll(/\D/g, ''))}
        className="[&_input]:figures [&_input]:text-center [&_input]:text-2xl [&_input]:tracking-[0.3em]"
      />
      <Button type="submit" busy={busy}>
        {t('verify')}
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
