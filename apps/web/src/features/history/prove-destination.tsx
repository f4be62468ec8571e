'use client'

import { unwrap } from '@repo/api-client'
import { useLocale, useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { TextField } from '@/components/ui/text-field.tsx'
import { guestApi } from '@/stores/guest-session.ts'
import { EnterCode } from './enter-code.tsx'
import { type Fault, faultOf } from './fault-of.ts'

type Sent = { otpRequestId: string; endsAtMs: number }

/** Asks for an e-mail address or a phone number, then for the code that was sent there. */
export function ProveDestination({ onProven }: { onProven: () => void }) {
  const t = useTranslations('orders.history')
  const locale = useLocale()
  const [destination, setDestination] = useState('')
  const [sent, setSent] = useState<Sent | null>(null)
  const [fault, setFault] = useState<Fault>()
  const [busy, setBusy] = useState(false)

  async function request(): Promise<void> {
    setBusy(true)
    setFault(undefined)
    try {
      const { otpRequestId, expiresIn } = await unwrap(
        guestApi.customers.customer.auth.otp.request.$post({ json: { destination, locale } }),
      )
      setSent({ otpRequestId, endsAtMs: performance.now() + expiresIn * 1_000 })
    } catch (error) {
      setSent(null)
      setFault(faultOf(error))
    } finally {
      setBusy(false)
    }
  }

  if (sent)
    return (
      <EnterCode
        key={sent.otpRequestId}
        {...sent}
        destination={destination}
        isSending={busy}
        onAgain={() => void request()}
        onOther={() => setSent(null)}
        onProven={onProven}
      />
    )

  return (
    <form
      className="grid grid-cols-1 gap-4"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void request()
      }}
    >
      <p className="text-muted-foreground">{t('lead')}</p>
      <TextField
        label={t('destination')}
        hint={t('destinationHint')}
        error={fault && t(`fault.${fault}`)}
        required
        maxLength={254}
        inputMode="email"
        autoComplete="email"
        value={destination}
        onChange={(event) => setDestination(event.target.value)}
      />
      <Button type="submit" size={60} busy={busy}>
        {t('send')}
      </Button>
    </form>
  )
}
